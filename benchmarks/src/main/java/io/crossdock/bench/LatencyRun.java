package io.crossdock.bench;

import io.crossdock.local.layout.Secrets;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.trial.TrialOrder;
import io.crossdock.local.trial.TrialOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run: places orders, waits until they are known, ships them at a steady pace whatever comes of it, and reads the clocks. */
final class LatencyRun {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LATE_NANOS = 50_000_000;

    private final Secrets secrets;
    private final Progress progress;
    private final int orders;
    private final double rate;

    LatencyRun(Secrets secrets, Progress progress, int orders, double rate) {
        this.secrets = secrets;
        this.progress = progress;
        this.orders = orders;
        this.rate = rate;
    }

    LatencyResult measure() {
        try (TrialOrders trial = TrialOrders.open(secrets)) {
            List<TrialOrder> placed = place(trial);
            await(trial, "PACKED");
            Instant since = Instant.now();
            try (RawTap tap = new RawTap();
                    RoundTrip roundTrip = new RoundTrip()) {
                int late = ship(trial, placed);
                await(trial, "SHIPPED");
                return result(placed, since, tap, roundTrip.end(), late);
            }
        }
    }

    private List<TrialOrder> place(TrialOrders trial) {
        long since = System.nanoTime();
        List<TrialOrder> placed = new ArrayList<>();
        for (int i = 1; i <= orders; i++) {
            placed.add(trial.place());
            if (i % 100 == 0) {
                progress.step("orders", i + " of " + orders + " placed");
            }
        }
        progress.done("orders", "placed", since);
        return placed;
    }

    private void await(TrialOrders trial, String status) {
        long since = System.nanoTime();
        String query = "SELECT Id FROM Order WHERE PoNumber LIKE 'PO-" + trial.mark()
                + "-%' AND crossdock_status__c = '" + status + "'";
        int[] there = {0};
        boolean all = Patience.until(PATIENCE, () -> {
            Pause.millis(400);
            there[0] = trial.crm().query(query).size();
            return there[0] >= orders;
        });
        if (!all) {
            throw new StackFailure("Only " + there[0] + " of " + orders + " orders are " + status + " in the CRM after "
                    + PATIENCE.toSeconds() + " s: see .crossdock/logs/app.log.");
        }
        progress.done("orders", "all " + status + " in the CRM", since);
    }

    /** Open loop: the turn of a commit depends on the clock alone. Returns how many began late. */
    private int ship(TrialOrders trial, List<TrialOrder> placed) {
        long since = System.nanoTime();
        long between = Math.round(1e9 / rate);
        int late = 0;
        for (int i = 0; i < placed.size(); i++) {
            long turn = since + i * between;
            for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
                Pause.millis(Math.max(1, left / 1_000_000));
            }
            late += System.nanoTime() - turn > LATE_NANOS ? 1 : 0;
            trial.ship(placed.get(i));
            if ((i + 1) % 50 == 0) {
                progress.step("shipping", (i + 1) + " of " + placed.size());
            }
        }
        progress.done("shipping", placed.size() + " commits", since);
        return late;
    }

    private LatencyResult result(List<TrialOrder> placed, Instant since, RawTap tap, Durations roundTrip, int late) {
        DatabaseClocks clocks = DatabaseClocks.read(secrets, placed, since);
        Map<String, Double> total = new HashMap<>();
        Map<String, Double> capture = new HashMap<>();
        Map<String, Instant> captured = tap.consumed();
        for (TrialOrder order : placed) {
            Instant committed = clocks.shipped(order);
            Instant shown = clocks.shown(order);
            Instant tapped = captured.get(order.shipmentHome());
            if (committed != null && shown != null) {
                total.put(order.crmId(), millis(committed, shown));
            }
            if (committed != null && tapped != null) {
                capture.put(order.crmId(), millis(committed, tapped));
            }
        }
        return new LatencyResult(
                Durations.of(total.values()),
                Hops.read(placed, clocks, progress),
                Durations.of(capture.values()),
                roundTrip,
                late);
    }

    static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }
}
