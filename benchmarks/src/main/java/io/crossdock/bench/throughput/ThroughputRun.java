package io.crossdock.bench.throughput;

import io.crossdock.bench.throughput.Preload.Written;
import io.crossdock.bench.throughput.Subject.Drained;
import io.crossdock.local.layout.Shape;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.ProcessEntry;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.start.SmallStack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/** Orders of one size through all three variants, one after the other, on a broker of their own. */
final class ThroughputRun {

    private static final int PARTITIONS = 4;

    private final Workspace workspace;
    private final Progress progress;
    private final Size size;
    private final String recording;

    /** {@code recording} is the file of a profile of the first variant's measured part; {@link StreamsWorker#NO_RECORDING} for none. */
    ThroughputRun(Workspace workspace, Progress progress, Size size, String recording) {
        this.workspace = workspace;
        this.progress = progress;
        this.size = size;
        this.recording = recording;
    }

    List<Outcome> run() {
        try (SmallStack stack = SmallStack.start(workspace, progress, PARTITIONS, Shape.PLAIN);
                Topics topics = new Topics()) {
            ProcessEntry broker = stack.process("broker");
            List<Outcome> outcomes = new ArrayList<>();
            Outcome whole = crossdock(broker, topics);
            outcomes.add(whole);
            Path recipe = workspace.data().resolve("recipe");
            whole.written().write(recipe);
            TreeSet<String> copied = new TreeSet<>();
            topics.ends().keySet().stream()
                    .map(TopicPartition::topic)
                    .filter(topic -> !topic.endsWith("-changelog") || isWritten(whole.written(), topic))
                    .forEach(copied::add);
            for (Variant variant : List.of(Variant.PIPE, Variant.PIPE_WITH_PUT)) {
                topics.copyFor(variant, copied);
                try (Subject subject = start(variant, broker, recipe.toString(), String.valueOf(whole.facts()))) {
                    outcomes.add(measure(variant, subject, whole.written(), StreamsWorker.NO_RECORDING));
                }
            }
            return outcomes;
        } finally {
            Workspace.delete(workspace.data());
        }
    }

    /** The whole topology; what it wrote to every topic is counted afterwards and becomes the pipes' recipe. */
    private Outcome crossdock(ProcessEntry broker, Topics topics) {
        try (Subject subject = start(Variant.CROSSDOCK, broker)) {
            warmUp(Variant.CROSSDOCK, subject);
            Map<TopicPartition, Long> before = topics.ends();
            Outcome measured = measured(Variant.CROSSDOCK, subject, new Recipe(List.of()), recording);
            progress.step("counting", "what was written to every topic");
            Recipe written = topics.written(before, topics.ends());
            long deadLetters = written.writes().stream()
                    .filter(each -> each.topic().equals("orders.dead-letters"))
                    .mapToLong(Recipe.Writes::records)
                    .sum();
            if (deadLetters > 0) {
                throw new StackFailure(deadLetters + " records became dead letters: the orders are not typical.");
            }
            return new Outcome(
                    Variant.CROSSDOCK, size, measured.facts(), measured.rawBytes(), measured.drained(), written);
        }
    }

    private Outcome measure(Variant variant, Subject subject, Recipe recipe, String file) {
        warmUp(variant, subject);
        return measured(variant, subject, recipe, file);
    }

    private void warmUp(Variant variant, Subject subject) {
        Written warm = Preload.write(variant, new OpenOrders(1, size.warmUp(), size.lines(), Size.AT_ONCE));
        long since = System.nanoTime();
        Drained drained = subject.drain(warm.records(), StreamsWorker.NO_RECORDING);
        progress.done(
                variant.text(),
                String.format(Locale.ROOT, "warmed up with %d facts in %.1f s", warm.records(), drained.seconds()),
                since);
        subject.pause();
    }

    private Outcome measured(Variant variant, Subject subject, Recipe recipe, String file) {
        Written raw =
                Preload.write(variant, new OpenOrders(1 + size.warmUp(), size.orders(), size.lines(), Size.AT_ONCE));
        long since = System.nanoTime();
        Drained drained = subject.drain(raw.records(), file);
        Outcome outcome = new Outcome(variant, size, raw.records(), raw.bytes(), drained, recipe);
        progress.done(
                variant.text(),
                String.format(
                        Locale.ROOT,
                        "%d facts in %.1f s, %.0f a second",
                        raw.records(),
                        drained.seconds(),
                        outcome.factsPerSecond()),
                since);
        return outcome;
    }

    private Subject start(Variant variant, ProcessEntry broker, String... more) {
        List<String> arguments = new ArrayList<>(List.of(variant.name(), String.valueOf(PARTITIONS), "1"));
        arguments.addAll(List.of(more));
        return Subject.start(workspace, broker, arguments);
    }

    private static boolean isWritten(Recipe recipe, String topic) {
        return recipe.writes().stream().anyMatch(each -> each.topic().equals(topic));
    }
}
