package io.crossdock.local.activity;

import static io.crossdock.local.activity.Desk.run;

import io.crossdock.local.process.StackFailure;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The night shift of the warehouses: deletes what has been finished for a while, as warehouse systems do. */
final class Housekeeping implements AutoCloseable {
    private static final int BATCH = 50;

    private final Desks desks;
    private final Duration keep;
    private final Consumer<String> report;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());

    Housekeeping(Desks desks, Duration keep, Consumer<String> report) {
        this.desks = desks;
        this.keep = keep;
        this.report = report;
    }

    /** Sweeps every now and then until closed; never, if finished things are kept for good. */
    void start() {
        if (!keep.isZero()) {
            long every = Math.max(1, keep.toSeconds() / 10);
            var unused = clock.scheduleWithFixedDelay(this::sweep, every, every, TimeUnit.SECONDS);
        }
    }

    /** Deletes what is finished and old in both houses, once. */
    void sweep() {
        sweep(
                desks.east(),
                delete("shipments", "id", "status in ('SHIPPED', 'CANCELLED')", "updated_at", "now()"),
                delete("orders", "id", "status in ('CLOSED', 'CANCELLED')", "updated_at", "now()"));
        sweep(
                desks.west(),
                delete("whs.loads", "load_no", "stat in (50, 90)", "mod_ts", WestNumbers.NOW),
                delete("whs.pick_tickets", "ticket_no", "stat in (80, 90)", "mod_ts", WestNumbers.NOW));
    }

    private void sweep(Desk desk, String... statements) {
        try {
            desk.transaction("Housekeeping", connection -> {
                for (String statement : statements) {
                    run(connection, statement, (double) keep.toSeconds());
                }
            });
        } catch (StackFailure e) {
            report.accept("activity: " + e.sentence());
        }
    }

    private static String delete(String table, String key, String finished, String changed, String now) {
        return "delete from " + table + " where " + key + " in (select " + key + " from " + table + " where " + finished
                + " and " + changed + " < " + now + " - make_interval(secs => ?) order by " + changed + " limit "
                + BATCH
                + ")";
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
