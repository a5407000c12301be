package io.crossdock.worlds.proof;

import io.crossdock.worlds.delivery.Delivery;
import io.crossdock.worlds.delivery.Flaw;
import io.crossdock.worlds.delivery.Plan;
import io.crossdock.worlds.delivery.Rules;
import io.crossdock.worlds.world.Playwright;
import io.crossdock.worlds.world.Truth;
import io.crossdock.worlds.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Judges world after world, on several threads. */
public final class Proof {

    /** After so many failed worlds there is no need for more. */
    private static final int ENOUGH = 20;

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Judge judge;

    /** A proof of these rules. */
    public Proof(Rules rules) {
        this(rules, Flaw.NONE);
    }

    /** A proof of these rules with a flaw on the way, which must be found. */
    public Proof(Rules rules, Flaw flaw) {
        this.judge = new Judge(new Delivery(rules, flaw));
    }

    /**
     * What a run came to.
     *
     * @param worlds how many were judged
     * @param records how many raw records they wrote
     * @param failed worlds that differ, by seed, at most some
     * @param coverage what occurred
     */
    public record Result(long worlds, long records, List<Failure> failed, Coverage coverage) {}

    /** One world that is not told as it is. */
    public record Failure(long seed, List<Difference> differences) {}

    /** Judges the worlds of the seeds from {@code from}; {@code progress} hears how many are done, now and then. */
    public Result run(long from, long seeds, int threads, LongConsumer progress) {
        AtomicLong next = new AtomicLong(from);
        List<Slice> slices = new ArrayList<>();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Slice slice = new Slice(next, from + seeds);
            slices.add(slice);
            running.add(Thread.ofPlatform().daemon().start(slice));
        }
        for (Thread thread : running) {
            await(
                    thread,
                    () -> progress.accept(slices.stream()
                            .mapToLong(slice -> slice.worlds.get())
                            .sum()));
        }
        slices.forEach(Slice::rethrow);
        Coverage coverage = new Coverage();
        List<Failure> failed = new ArrayList<>();
        for (Slice slice : slices) {
            coverage.add(slice.coverage);
            failed.addAll(slice.failed);
        }
        failed.sort((one, other) -> Long.compare(one.seed(), other.seed()));
        return new Result(
                slices.stream().mapToLong(slice -> slice.worlds.get()).sum(),
                slices.stream().mapToLong(slice -> slice.records).sum(),
                failed,
                coverage);
    }

    /** What differs in the world of one seed. */
    public List<Difference> judge(long seed) {
        return judge.differences(World.play(Playwright.script(seed)), Plan.of(seed));
    }

    private static void await(Thread thread, Runnable now) {
        try {
            while (!thread.join(TICK)) {
                now.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One thread's share. */
    private final class Slice implements Runnable {

        private final AtomicLong next;
        private final long end;
        private final Coverage coverage = new Coverage();
        private final List<Failure> failed = new ArrayList<>();
        private final AtomicLong worlds = new AtomicLong();
        private long records;
        private volatile @Nullable RuntimeException thrown;

        Slice(AtomicLong next, long end) {
            this.next = next;
            this.end = end;
        }

        @Override
        public void run() {
            try {
                for (long seed = next.getAndIncrement();
                        seed < end && failed.size() < ENOUGH;
                        seed = next.getAndIncrement()) {
                    judgeOne(seed);
                }
            } catch (RuntimeException e) {
                thrown = e;
            }
        }

        private void judgeOne(long seed) {
            World world = World.play(Playwright.script(seed));
            List<Truth> truths = world.truths();
            List<Difference> differences;
            try {
                differences = judge.differences(world, truths, Plan.of(seed));
            } catch (RuntimeException e) {
                throw new IllegalStateException("The world of seed " + seed + " cannot be judged: " + e, e);
            }
            if (!differences.isEmpty()) {
                failed.add(new Failure(seed, differences));
            }
            coverage.add(world, truths);
            records += world.written().size();
            worlds.incrementAndGet();
        }

        void rethrow() {
            RuntimeException failure = thrown;
            if (failure != null) {
                throw failure;
            }
        }
    }
}
