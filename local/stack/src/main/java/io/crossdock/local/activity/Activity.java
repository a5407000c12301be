package io.crossdock.local.activity;

import io.crossdock.local.process.Pause;
import io.crossdock.local.process.StackFailure;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Many lives at once: orders come at a steady pace, whether or not earlier ones are done. */
public final class Activity implements AutoCloseable {
    private final Desk wms;
    private final Desk erp;
    private final Staff staff;
    private final Consumer<String> report;

    /**
     * People at the given systems.
     *
     * @param report takes a sentence about each order that cannot go on
     */
    public Activity(Systems systems, Consumer<String> report) {
        this.wms = new Desk(systems.wms());
        this.erp = new Desk(systems.erp());
        this.staff = Staff.at(systems, wms, erp);
        this.report = report;
    }

    /**
     * Lives so many orders and returns when every life is over.
     *
     * @param orders how many
     * @param seed the same seed gives the same orders; numbers and times differ
     */
    public Summary run(int orders, long seed, Pace pace) {
        Queue<Ended> ended = new ConcurrentLinkedQueue<>();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        run(orders, seed, pace, ended::add, failures::add);
        return new Summary(List.copyOf(ended), List.copyOf(failures));
    }

    /** Goes on until the process ends. */
    public void runForGood(long seed, Pace pace) {
        run(Integer.MAX_VALUE, seed, pace, ended -> {}, failure -> {});
    }

    private void run(int orders, long seed, Pace pace, Consumer<Ended> ended, Consumer<String> failed) {
        long between = Math.round(60e9 / pace.ordersPerMinute());
        long begin = System.nanoTime();
        // Closing the executor waits for every life.
        try (Housekeeping housekeeping = new Housekeeping(wms, pace.keep(), report);
                ExecutorService lives = Executors.newVirtualThreadPerTaskExecutor()) {
            housekeeping.start();
            for (int number = 0; number < orders; number++) {
                awaitTurn(begin + number * between);
                int mine = number;
                lives.execute(() -> live(seed, mine, pace, ended, failed));
            }
        }
    }

    private void live(long seed, int number, Pace pace, Consumer<Ended> ended, Consumer<String> failed) {
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
        wms.close();
        erp.close();
    }
}
