package io.crossdock.local.activity;

import io.crossdock.local.process.Pause;
import io.crossdock.local.process.StackFailure;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Many lives at once: orders come at a steady pace, whether or not earlier ones are done. */
public final class Activity implements AutoCloseable {
    private final Desks desks;
    private final HandOver handOver;
    private final Staff staff;
    private final Consumer<String> report;

    /**
     * People at the given systems.
     *
     * @param way how work gets from one desk to the next
     * @param patience how long a desk waits until it is told
     * @param report takes a sentence about each order that cannot go on
     */
    public Activity(Systems systems, HandOver.Way way, Duration patience, Consumer<String> report) {
        this.desks = Desks.at(systems);
        this.handOver = HandOver.at(desks, way, patience);
        this.staff = Staff.at(systems, desks, handOver);
        this.report = report;
    }

    /**
     * Lives so many lives and returns when all are over; one that shares a load is of two orders.
     *
     * @param lives how many
     * @param seed the same seed gives the same orders; numbers and times differ
     */
    public Summary run(int lives, long seed, Pace pace) {
        Queue<List<Ended>> ended = new ConcurrentLinkedQueue<>();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        run(lives, seed, pace, ended::add, failures::add);
        return new Summary(ended.size(), ended.stream().flatMap(List::stream).toList(), List.copyOf(failures));
    }

    /** Goes on until the process ends. */
    public void runForGood(long seed, Pace pace) {
        run(Integer.MAX_VALUE, seed, pace, ended -> {}, failure -> {});
    }

    private void run(int count, long seed, Pace pace, Consumer<List<Ended>> ended, Consumer<String> failed) {
        long between = Math.round(60e9 / pace.ordersPerMinute());
        long begin = System.nanoTime();
        // Closing the executor waits for every life.
        try (Housekeeping housekeeping = new Housekeeping(desks, pace.keep(), report);
                ExecutorService lives = Executors.newVirtualThreadPerTaskExecutor()) {
            housekeeping.start();
            for (int number = 0; number < count; number++) {
                awaitTurn(begin + number * between);
                int mine = number;
                lives.execute(() -> live(seed, mine, pace, ended, failed));
            }
        }
    }

    private void live(long seed, int number, Pace pace, Consumer<List<Ended>> ended, Consumer<String> failed) {
        Plan plan = Planner.plan(seed, number);
        try {
            ended.accept(new Life(staff, plan, pace.speed(), seed + number).live());
        } catch (StackFailure e) {
            failed.accept(e.sentence());
            report.accept("activity: order " + number + " (" + plan.scenario() + ") ends early: " + e.sentence());
        } catch (RuntimeException e) {
            failed.accept(String.valueOf(e));
            report.accept("activity: order " + number + " (" + plan.scenario() + ") ends early: " + e);
        }
    }

    private static void awaitTurn(long nanoTime) {
        long left = nanoTime - System.nanoTime();
        while (left > 0) {
            Pause.millis(Math.max(1, left / 1_000_000));
            left = nanoTime - System.nanoTime();
        }
    }

    @Override
    public void close() {
        handOver.close();
        desks.close();
    }
}
