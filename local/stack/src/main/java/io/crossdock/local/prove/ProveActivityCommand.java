package io.crossdock.local.prove;

import io.crossdock.local.activity.Activity;
import io.crossdock.local.activity.HandOverOptions;
import io.crossdock.local.activity.Pace;
import io.crossdock.local.activity.Summary;
import io.crossdock.local.activity.Systems;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Progress;
import io.crossdock.local.prove.broker.InEqualsOut;
import io.crossdock.local.prove.broker.RawRecords;
import io.crossdock.local.prove.tables.TableCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prove activity}: many orders live, and in the end the CRM shows of each what the tables of the warehouses and the ERP say. */
@Command(
        name = "activity",
        description = "Many orders live; the CRM must show of each what the tables say.",
        mixinStandardHelpOptions = true)
public final class ProveActivityCommand implements Callable<Integer> {

    private static final Duration QUIET = Duration.ofSeconds(60);
    private static final int SHORT_ORDERS = 120;

    @Option(names = "--orders", defaultValue = "1000", description = "How many (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Option(names = "--short", description = "120 orders and quicker lives, unless --orders says otherwise.")
    private boolean brief;

    @Option(
            names = "--orders-per-minute",
            defaultValue = "400",
            description = "Pace at which they are captured (default: ${DEFAULT-VALUE}).")
    private double ordersPerMinute;

    @Option(
            names = "--keep-seconds",
            defaultValue = "90",
            description = {
                "How long the warehouse keeps what is finished before it deletes it (default: ${DEFAULT-VALUE}).",
            })
    private long keepSeconds;

    @Option(names = "--seed", defaultValue = "7", description = "Same seed, same orders (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private HandOverOptions handOver = new HandOverOptions();

    private final Progress progress = new Progress(System.out);

    @Override
    public Integer call() {
        Workspace workspace = Workspace.current();
        int count = brief && orders == 1000 ? SHORT_ORDERS : orders;
        Verdict verdict = new Verdict();
        try (RawRecords raw = new RawRecords();
                TableCheck tables = TableCheck.open(Secrets.read(workspace), Instant.now())) {
            Summary summary = live(workspace, count, tables);
            verdict.check(
                    "every order's life is over",
                    summary.failures().isEmpty() && summary.lives() == count,
                    summary.lives() + " of " + count + ", " + summary.ended().size() + " orders, ended early: "
                            + summary.failures());
            progress.step("quiet", "waiting until the CRM has been told everything");
            new StatusReport(verdict, progress).judge(tables, summary.ended().size(), QUIET);
            verdict.add(InEqualsOut.await(raw, QUIET));
        }
        verdict.print(System.out);
        return verdict.exitCode();
    }

    /** Looks at the warehouse while the orders live, or it would miss what is deleted meanwhile. */
    private Summary live(Workspace workspace, int count, TableCheck tables) {
        long began = System.nanoTime();
        tables.look();
        int before = tables.seen();
        progress.step("activity", count + " orders, " + Math.round(ordersPerMinute) + " a minute, seed " + seed);
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
                Activity activity = new Activity(
                        Systems.of(workspace), handOver.way(), handOver.patience(), line -> System.out.println(line))) {
            var looking = clock.scheduleWithFixedDelay(tables::look, 2, 2, TimeUnit.SECONDS);
            var telling = clock.scheduleWithFixedDelay(
                    () -> progress.step("activity", (tables.seen() - before) + " orders reached the warehouse"),
                    10,
                    10,
                    TimeUnit.SECONDS);
            Summary summary = activity.run(
                    count, seed, new Pace(ordersPerMinute, brief ? 4 : 2, Duration.ofSeconds(keepSeconds)));
            looking.cancel(false);
            telling.cancel(false);
            progress.done("activity", summary.byScenario().toString(), began);
            return summary;
        }
    }
}
