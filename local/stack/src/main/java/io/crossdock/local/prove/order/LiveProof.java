package io.crossdock.local.prove.order;

import io.crossdock.local.layout.Shape;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.Signals;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.prove.Verdict;
import io.crossdock.local.prove.broker.InEqualsOut;
import io.crossdock.local.prove.broker.RawRecords;
import io.crossdock.local.server.AppInstance;
import io.crossdock.local.server.Http;
import io.crossdock.local.start.SmallStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Feeds a history to two instances, kills the first of them at one and at two thirds, and compares what was published. */
final class LiveProof {

    private static final int PARTITIONS = 3;
    private static final int INSTANCES = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long UNCHANGED_MS = 2_000;

    /** So many records are written between the last preparation and the kill, so that it dies at work. */
    private static final int BURST = 500;

    private final Workspace workspace;
    private final Progress progress;
    private final History history;
    private final Sabotage sabotage;
    private final Verdict verdict = new Verdict();

    LiveProof(Workspace workspace, Progress progress, History history, Sabotage sabotage) {
        this.workspace = workspace;
        this.progress = progress;
        this.history = history;
        this.sabotage = sabotage;
    }

    Verdict run() {
        try (SmallStack stack = SmallStack.start(workspace, progress, PARTITIONS, Shape.PLAIN)) {
            stack.startApps(INSTANCES, PARTITIONS);
            try (RawRecords raw = new RawRecords();
                    Backlog backlog = new Backlog(inputs(raw))) {
                feed(stack, backlog);
                long since = System.nanoTime();
                boolean quiet = awaitQuiet(stack, backlog);
                progress.done("quiet", quiet ? "nothing is left" : "not quiet", since);
                verdict.check("everything was processed", quiet, "backlog " + backlog.size() + " offsets");
                verdict.add(InEqualsOut.await(raw, Duration.ofSeconds(60)));
                long landed =
                        raw.count().values().stream().mapToLong(Long::longValue).sum();
                verdict.check(
                        "every record of the history landed once",
                        landed == history.records().size(),
                        landed + " of " + history.records().size());
            }
            ArchiveTopic archive = ArchiveTopic.read();
            verdict.add(archive.wasUsed());
            StatusTopic published = StatusTopic.read();
            progress.step(
                    "statuses",
                    published.records() + " records, " + published.orders().size() + " orders");
            new Comparison(verdict, progress).judge(sabotage.of(history.expected()), published);
            verdict.addAll(new BothInstances(progress).check(published, archive.held()));
        }
        return verdict;
    }

    /** Writes every record; at one third and at two thirds of them the first instance dies in the middle of its work. */
    private void feed(SmallStack stack, Backlog backlog) {
        List<History.Raw> records = sabotage.ofRecords(history.records());
        List<Integer> deaths = List.of(records.size() / 3, records.size() * 2 / 3);
        long since = System.nanoTime();
        progress.step(
                "feeding", records.size() + " records of " + history.expected().size() + " orders");
        int killed = 0;
        Takeover takeover = null;
        List<CompletableFuture<List<Check>>> takeovers = new ArrayList<>();
        try (Feeder feeder = new Feeder(backlog)) {
            for (int i = 0; i < records.size(); i++) {
                History.Raw record = records.get(i);
                feeder.write(record.topic(), record.key(), record.value());
                if (deaths.contains(i + BURST)) {
                    feeder.flush();
                    takeover = prepare();
                }
                if (deaths.contains(i) && takeover != null) {
                    feeder.flush();
                    killed++;
                    takeovers.add(kill(stack, i, takeover));
                }
                if (i % 10_000 == 9_999) {
                    progress.step("feeding", (i + 1) + " of " + records.size());
                }
            }
            feeder.flush();
        }
        progress.done("fed", "all records are written", since);
        verdict.check(
                "one instance was killed twice in the middle", killed == deaths.size(), killed + " times, signal 9");
        takeovers.forEach(each -> verdict.addAll(each.join()));
    }

    /** Waits until both work; null if the first does not. */
    private static @Nullable Takeover prepare() {
        boolean ready = Patience.until(
                PATIENCE, () -> Http.answers(AppInstance.FIRST.management().url() + "/ready"));
        return ready ? Takeover.of(AppInstance.SECOND, PARTITIONS) : null;
    }

    private CompletableFuture<List<Check>> kill(SmallStack stack, int at, Takeover takeover) {
        String name = AppInstance.FIRST.process();
        long pid = stack.process(name).pid();
        progress.step("kill -9", name + " pid " + pid + " after " + at + " records");
        Signals.send(pid, "KILL");
        return takeover.watch();
    }

    /** Both instances are ready, no record lies behind what is committed, and nothing is added any more. */
    private static boolean awaitQuiet(SmallStack stack, Backlog backlog) {
        return Patience.until(PATIENCE, () -> {
            StackFailure failure = stack.failure().getNow(null);
            if (failure != null) {
                throw failure;
            }
            boolean ready = AppInstance.first(INSTANCES).stream()
                    .allMatch(instance -> Http.answers(instance.management().url() + "/ready"));
            if (!ready || !backlog.isEmpty()) {
                return false;
            }
            Map<TopicPartition, Long> before = backlog.ends();
            Pause.millis(UNCHANGED_MS);
            return backlog.ends().equals(before) && backlog.isEmpty();
        });
    }

    private static List<String> inputs(RawRecords raw) {
        List<String> inputs = new ArrayList<>(raw.topics());
        inputs.addAll(List.of("facts", "out.receipts"));
        return inputs;
    }
}
