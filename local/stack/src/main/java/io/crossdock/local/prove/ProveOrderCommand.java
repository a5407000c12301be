package io.crossdock.local.prove;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.prove.order.LiveOrders;
import io.crossdock.worlds.delivery.Rules;
import io.crossdock.worlds.proof.Coverage;
import io.crossdock.worlds.proof.Proof;
import io.crossdock.worlds.proof.Smallest;
import io.crossdock.worlds.proof.Story;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prove order}: generated worlds write raw records, and every order must be told as it is in its world. */
@Command(
        name = "order",
        description = "Generated worlds: any history, any order of arrival, one true status. Needs no running stack.",
        mixinStandardHelpOptions = true)
public final class ProveOrderCommand implements Callable<Integer> {

    private static final int SHORT_ORDERS = 200;
    private static final long SHORT_SEEDS = 2_000;

    /** Fewer worlds say nothing about how often something occurs. */
    private static final long ENOUGH_FOR_COVERAGE = 10_000;

    @Option(names = "--seeds", defaultValue = "10000", description = "How many worlds (default: ${DEFAULT-VALUE}).")
    private long seeds;

    @Option(names = "--from", defaultValue = "0", description = "The first seed (default: ${DEFAULT-VALUE}).")
    private long from;

    @Option(names = "--threads", defaultValue = "2", description = "Threads (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--seed", description = "Only the world of this seed, told as a story.")
    private @Nullable Long seed;

    @Option(names = "--short", description = "2,000 worlds, unless --seeds says otherwise.")
    private boolean brief;

    @Option(
            names = "--live",
            description =
                    "On a real broker, 3 partitions, 2 instances of which one is killed twice; starts what it needs.")
    private boolean live;

    @Option(
            names = "--orders",
            defaultValue = "5000",
            description = "With --live: at least so many orders (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Option(
            names = "--sabotage",
            defaultValue = "none",
            description = "With --live: a fault that must be found, status or record (default: ${DEFAULT-VALUE}).")
    private String sabotage = "none";

    @Override
    public Integer call() {
        if (live) {
            return LiveOrders.run(Workspace.current(), from, brief ? Math.min(orders, SHORT_ORDERS) : orders, sabotage);
        }
        Rules rules = Rules.load(Workspace.current().root().resolve("local/worlds/connectors"));
        Verdict verdict = new Verdict();
        if (seed != null) {
            List<String> story = Story.of(rules, seed);
            story.forEach(System.out::println);
            boolean told = new Proof(rules).judge(seed).isEmpty();
            verdict.check(
                    "the world of seed " + seed + " is told as it is", told, told ? "no difference" : "see above");
        } else {
            prove(rules, verdict);
        }
        verdict.print(System.out);
        return verdict.exitCode();
    }

    private void prove(Rules rules, Verdict verdict) {
        long count = brief && seeds == ENOUGH_FOR_COVERAGE ? SHORT_SEEDS : seeds;
        long began = System.nanoTime();
        Proof.Result result = new Proof(rules).run(from, count, threads, done -> tell(done, count, began));
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(Locale.ROOT, "%nin how many worlds each occurred%n");
        Map<String, Integer> worlds = new TreeMap<>(result.coverage().worlds());
        worlds.forEach((what, times) -> System.out.printf(Locale.ROOT, "%9d  %s%n", times, what));
        if (!result.failed().isEmpty()) {
            Smallest.of(rules, result.failed().getFirst().seed()).tell().forEach(System.out::println);
        }
        verdict.check(
                "every order is told as it is",
                result.failed().isEmpty() && result.worlds() == count,
                result.failed().isEmpty()
                        ? result.worlds() + " worlds, " + result.records() + " records"
                        : "seeds "
                                + result.failed().stream()
                                        .map(Proof.Failure::seed)
                                        .toList());
        List<String> rare = result.coverage().tooRare(Math.max(1, result.worlds()));
        if (count >= ENOUGH_FOR_COVERAGE) {
            verdict.check(
                    "everything occurs at least " + Coverage.LEAST + " times in 10,000 worlds",
                    rare.isEmpty(),
                    rare.isEmpty() ? worlds.size() + " features and situations" : "too rare: " + rare);
        }
        System.out.printf(
                Locale.ROOT,
                "%nslice: seeds %d to %d, %d failed, %.0f s, %.0f worlds a second, %d threads%n",
                from,
                from + result.worlds() - 1,
                result.failed().size(),
                seconds,
                result.worlds() / seconds,
                threads);
    }

    private static void tell(long done, long count, long began) {
        double seconds = (System.nanoTime() - began) / 1e9;
        double perSecond = done / seconds;
        System.out.printf(
                Locale.ROOT,
                "\r%d of %d worlds, %.0f a second, %.0f s left   ",
                done,
                count,
                perSecond,
                perSecond == 0 ? 0 : (count - done) / perSecond);
        System.out.flush();
    }
}
