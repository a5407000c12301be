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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Some orders, beside so many that stand already, on a broker of their own. */
final class GrowthRun {

    /** So many are measured: half a minute's work. */
    private static final int FACTS = 25_000;

    /** State and changelogs of an order, by its lines: 5 kB were measured of orders of 10 lines, and RocksDB rewrites some of it. */
    private static final long BYTES_A_LINE = 6_000;

    private static final int PARTITIONS = 4;
    private static final String SEGMENTS = ".log";

    /** Longer than between two records of one order here. */
    private static final String SOON = "PT5S";

    private final Workspace workspace;
    private final Progress progress;
    private final Plan plan;
    private final Size size;

    /**
     * What is measured beside what.
     *
     * @param live orders that stand
     * @param lines of those that are measured, and of those that stand
     * @param instances 1 or 2
     * @param archived whether those that stand are done, and archived
     * @param profile whether it is printed where the time of the first instance goes
     */
    record Plan(int live, int lines, int instances, boolean archived, boolean profile) {

        /** Beside live ones, and no profile. */
        static Plan of(int live, int lines, int instances) {
            return new Plan(live, lines, instances, false, false);
        }
    }

    /** A run of its own for each plan. */
    GrowthRun(Workspace workspace, Progress progress, Plan plan) {
        this.workspace = workspace;
        this.progress = progress;
        this.plan = plan;
        this.size = Size.ofFacts(plan.lines(), FACTS);
    }

    /**
     * All of it, which takes minutes.
     *
     * @throws StackFailure if the disk has no room for so many orders, or a process fails
     */
    Grown run() {
        refuseWithoutRoom();
        try (SmallStack stack = SmallStack.start(workspace, progress, PARTITIONS, Shape.PLAIN)) {
            ProcessEntry broker = stack.process("broker");
            tellOriginals(broker);
            RestingCleaner.begin();
            long since = System.nanoTime();
            long rows = new Clones(progress).write(plan.live());
            progress.done("copies", plan.live() + " orders stand, " + rows + " rows", since);
            instances()
                    .forEach(instance -> Workspace.delete(StreamsWorker.state(workspace, Variant.CROSSDOCK, instance)));
            return beside(broker, rows);
        } finally {
            Workspace.delete(workspace.data());
        }
    }

    private void refuseWithoutRoom() {
        workspace.create();
        long needed = BYTES_A_LINE * (size.lines() + 2) * plan.live();
        long free = workspace.data().toFile().getUsableSpace();
        progress.step("disk", needed / 1_000_000 + " MB are needed, " + free / 1_000_000 + " are free");
        if (needed > free) {
            throw new StackFailure(plan.live() + " orders of " + size.lines() + " lines need about "
                    + needed / 1_000_000 + " MB in " + workspace.data() + ", " + free / 1_000_000 + " are free.");
        }
    }

    private void tellOriginals(ProcessEntry broker) {
        long since = System.nanoTime();
        try (Subject subject = plan.archived() ? start(broker, "1", SOON) : start(broker, "1")) {
            Written written = Preload.write(Variant.CROSSDOCK, originals());
            subject.drain(written.records(), StreamsWorker.NO_RECORDING);
            if (plan.archived()) {
                new Clones(progress).awaitArchived();
            }
        }
        progress.done("originals", Clones.ORIGINALS + " orders of " + size.lines() + " lines", since);
    }

    private OpenOrders originals() {
        return plan.archived()
                ? OpenOrders.done(Clones.FIRST, Clones.ORIGINALS, size.lines(), Size.AT_ONCE)
                : new OpenOrders(Clones.FIRST, Clones.ORIGINALS, size.lines(), Size.AT_ONCE);
    }

    private Grown beside(ProcessEntry broker, long rows) {
        long since = System.nanoTime();
        List<CompletableFuture<Subject>> starting = instances()
                .map(instance -> CompletableFuture.supplyAsync(() -> start(broker, instance)))
                .toList();
        List<Subject> subjects = starting.stream().map(CompletableFuture::join).toList();
        double restoredIn = (System.nanoTime() - since) / 1e9;
        progress.done("restored", rows + " rows", since);
        try {
            settle(subjects);
            Measured warm = measured(subjects, 1, size.warmUp(), StreamsWorker.NO_RECORDING);
            progress.step("warm", warm.facts + " facts");
            long state = instances()
                    .mapToLong(instance ->
                            Disk.bytes(StreamsWorker.state(workspace, Variant.CROSSDOCK, instance), "", Disk.TABLES))
                    .sum();
            long changelogs = Disk.bytes(workspace.data().resolve("broker"), "-changelog-", SEGMENTS);
            Path recording = workspace.data().resolve("profile.jfr");
            Measured measured = measured(
                    subjects,
                    1 + size.warmUp(),
                    size.orders(),
                    plan.profile() ? recording.toString() : StreamsWorker.NO_RECORDING);
            if (plan.profile()) {
                Profile.print(recording, System.out);
            }
            return new Grown(plan.live(), size, state, changelogs, rows, restoredIn, measured.facts, measured.drained);
        } finally {
            subjects.forEach(Subject::close);
        }
    }

    /** A fact costs what it costs beside many, not what it costs while files are merged that a restore has left. */
    private void settle(List<Subject> subjects) {
        progress.step("settle", "waiting until files are merged");
        long since = System.nanoTime();
        long longest = subjects.stream().mapToLong(Subject::settle).max().orElse(0);
        progress.done("settled", "files were merged for " + longest + " s more", since);
    }

    private record Measured(long facts, List<Drained> drained) {}

    private Measured measured(List<Subject> subjects, int first, int orders, String recording) {
        subjects.forEach(Subject::pause);
        Written raw = Preload.write(Variant.CROSSDOCK, new OpenOrders(first, orders, size.lines(), Size.AT_ONCE));
        long since = System.nanoTime();
        // Each has some of the partitions, and at least so much to do.
        long atLeast = plan.instances() == 1 ? raw.records() : raw.records() / plan.instances() / 2;
        List<Drained> drained = subjects.stream()
                .map(subject -> CompletableFuture.supplyAsync(() -> subject.drain(
                        atLeast, subject == subjects.getFirst() ? recording : StreamsWorker.NO_RECORDING)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        progress.done(
                "measured",
                String.format(Locale.ROOT, "%d facts of %d orders beside %d", raw.records(), orders, plan.live()),
                since);
        return new Measured(raw.records(), drained);
    }

    private Stream<String> instances() {
        return IntStream.rangeClosed(1, plan.instances()).mapToObj(String::valueOf);
    }

    private Subject start(ProcessEntry broker, String instance, String... archiveAfter) {
        return Subject.start(
                workspace,
                broker,
                Stream.concat(
                                Stream.of(Variant.CROSSDOCK.name(), String.valueOf(PARTITIONS), instance),
                                Stream.of(archiveAfter))
                        .toList());
    }
}
