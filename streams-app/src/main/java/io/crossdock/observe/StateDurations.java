package io.crossdock.observe;

import io.crossdock.contract.MilestoneStamp;
import io.crossdock.order.fact.Milestone;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/** How long orders and shipments take from one state to the next, by what happened and not by when it was heard: business, not lag. */
public final class StateDurations {

    /** One subject's way from a milestone to a later one. */
    private record Leg(Milestone from, Milestone to) {}

    private static final List<Leg> LEGS = List.of(
            new Leg(Milestone.CAPTURED, Milestone.ACCEPTED),
            new Leg(Milestone.ACCEPTED, Milestone.FULLY_SHIPPED),
            new Leg(Milestone.FULLY_SHIPPED, Milestone.FULLY_INVOICED),
            new Leg(Milestone.RELEASED, Milestone.SHIPPED),
            new Leg(Milestone.SHIPPED, Milestone.DELIVERED));

    private static final Duration[] BUCKETS = {
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(4),
        Duration.ofHours(12),
        Duration.ofDays(1),
        Duration.ofDays(3),
        Duration.ofDays(7),
        Duration.ofDays(30)
    };

    private final MeterRegistry metrics;

    /** Measures into {@code metrics}. */
    public StateDurations(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /**
     * Measures every way that has come to its end; what came by snapshot or replay has not come to it now.
     *
     * @param reached milestones that are new
     * @param all milestones in force
     */
    public void reached(List<MilestoneStamp> reached, Collection<io.crossdock.order.status.MilestoneStamp> all) {
        for (MilestoneStamp stamp : reached) {
            for (Leg leg : LEGS) {
                if (stamp.getLive() && stamp.getMilestone().equals(leg.to().text())) {
                    measure(leg, stamp, all);
                }
            }
        }
    }

    private void measure(Leg leg, MilestoneStamp end, Collection<io.crossdock.order.status.MilestoneStamp> all) {
        Instant to = OffsetDateTime.parse(end.getOccurredAt()).toInstant();
        all.stream()
                .filter(stamp ->
                        stamp.milestone() == leg.from() && stamp.subject().equals(end.getSubject()))
                .map(stamp -> Duration.between(stamp.reached().occurredAt().toInstant(), to))
                .filter(taken -> !taken.isNegative())
                .forEach(taken -> timer(leg).record(taken));
    }

    private Timer timer(Leg leg) {
        return Timer.builder("crossdock.order.state.duration")
                .description("Time from one state of an order or a shipment to another, as it occurred.")
                .tags("from", leg.from().text(), "to", leg.to().text())
                .serviceLevelObjectives(BUCKETS)
                .register(metrics);
    }
}
