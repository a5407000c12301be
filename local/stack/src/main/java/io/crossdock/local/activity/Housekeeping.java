package io.crossdock.local.activity;

import static io.crossdock.local.activity.Desk.run;

import io.crossdock.local.process.StackFailure;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The night shift of the warehouse: deletes what has been finished for a while, as warehouse systems do. */
final class Housekeeping implements AutoCloseable {
    private static final int BATCH = 50;

    private final Desk wms;
    private final Duration keep;
    private final Consumer<String> report;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());

    Housekeeping(Desk wms, Duration keep, Consumer<String> report) {
        this.wms = wms;
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

    /** Deletes what is finished and old, once. */
    void sweep() {
        try {
            wms.transaction("Housekeeping", connection -> {
                run(connection, delete("shipments", "'SHIPPED', 'CANCELLED'"), (double) keep.toSeconds());
                run(connection, delete("orders", "'CLOSED', 'CANCELLED'"), (double) keep.toSeconds());
            });
        } catch (StackFailure e) {
            report.accept("activity: " + e.sentence());
        }
    }

    private static String delete(String table, String statuses) {
        return "delete from " + table + " where id in (select id from " + table + " where status in (" + statuses
                + ") and updated_at < now() - make_interval(secs => ?) order by updated_at limit " + BATCH + ")";
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
