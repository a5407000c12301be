package io.crossdock.local.prove.lag;

import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.PidFile;
import io.crossdock.local.process.Signals;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.loop.Connectors;
import io.crossdock.local.prove.loop.CrmFaults;
import io.crossdock.local.trial.TrialOrder;
import io.crossdock.local.trial.TrialOrders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Ships orders while one part of the way is held up, and tells for how long it really was. */
final class Delays {

    private static final Duration BATCH = Duration.ofSeconds(20);
    /** Below the ten seconds after which the worker's group would do without it. */
    private static final Duration WORKER = Duration.ofSeconds(8);
    /** Below the five seconds after which its transactions, and the six after which its group, would do without it. */
    private static final Duration APPLICATION = Duration.ofSeconds(4);

    private static final Duration SINK = Duration.ofSeconds(10);
    private static final Duration TARGET = Duration.ofSeconds(4);
    private static final String CRM_SINK = "crm-sink";

    private final Workspace workspace;
    private final TrialOrders people;
    private final Connectors connectors = new Connectors();
    private final CrmFaults crm = new CrmFaults();
    private final Set<Long> frozen = new ConcurrentSkipListSet<>();

    Delays(Workspace workspace, TrialOrders people) {
        this.workspace = workspace;
        this.people = people;
    }

    /** Ships without any delay. */
    void none(List<TrialOrder> orders) {
        orders.forEach(people::ship);
    }

    /**
     * Ships with one at a hop; whoever waits for it sees it end before this returns, but for that of the target.
     *
     * @return how long it lasted once the orders had been shipped
     */
    Duration at(Hop hop, List<TrialOrder> orders) {
        return switch (hop) {
            case SOURCE -> people.shipInOneBatch(orders, BATCH);
            case CONNECT -> frozen("connect", WORKER, orders);
            case APPLICATION -> frozen("app", APPLICATION, orders);
            case SINK -> paused(orders);
            case TARGET -> slow(orders);
            case TOTAL -> throw new IllegalArgumentException("The whole way is no part of it.");
        };
    }

    /** Gives everything back that was held up. */
    void end() {
        thaw();
        crm.endAll();
        connectors.resumePaused();
    }

    private Duration frozen(String component, Duration time, List<TrialOrder> orders) {
        long pid = PidFile.of(workspace.run(), component, workspace.mark())
                .running()
                .orElseThrow(() -> new StackFailure(
                        "No process called " + component + " runs: `./crossdock status` lists those that do."))
                .pid();
        frozen.add(pid);
        Signals.send(pid, "STOP");
        try {
            orders.forEach(people::ship);
            long shipped = System.nanoTime();
            Pause.millis(time.toMillis());
            return Duration.ofNanos(System.nanoTime() - shipped);
        } finally {
            thaw();
        }
    }

    private void thaw() {
        frozen.forEach(pid -> Signals.send(pid, "CONT"));
        frozen.clear();
    }

    private Duration paused(List<TrialOrder> orders) {
        connectors.pause(CRM_SINK);
        orders.forEach(people::ship);
        long shipped = System.nanoTime();
        Pause.millis(SINK.toMillis());
        Duration lasted = Duration.ofNanos(System.nanoTime() - shipped);
        connectors.resume(CRM_SINK);
        return lasted;
    }

    private Duration slow(List<TrialOrder> orders) {
        crm.begin("slow", Map.of("name", "slow", "slowMs", TARGET.toMillis(), "methods", List.of("PATCH", "POST")));
        orders.forEach(people::ship);
        return TARGET;
    }

    /** Ends the slowness of the target, which lasts until its answers have come. */
    void endSlowness() {
        crm.end("slow");
    }
}
