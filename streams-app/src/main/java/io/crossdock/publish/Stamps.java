package io.crossdock.publish;

import io.crossdock.codec.VersionCodec;
import io.crossdock.contract.MilestoneStamp;
import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OrderSync;
import io.crossdock.contract.OrderVersion;
import io.crossdock.flow.NodeName;
import io.crossdock.observe.LagRecorder;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Stamps each milestone when it is first shown and when a target is known to hold it: this is what lag is made of. */
final class Stamps {

    private final ProcessorContext<String, Object> context;
    private final SyncStore syncs;
    private final LagRecorder lag;
    private final Function<String, Instant> since;

    /** {@code since} says, by target, what we tell it: what came about before is not ours to be measured. */
    Stamps(
            ProcessorContext<String, Object> context,
            SyncStore syncs,
            LagRecorder lag,
            Function<String, Instant> since) {
        this.context = context;
        this.syncs = syncs;
        this.lag = lag;
        this.since = since;
    }

    /** Milestones that a new status shows for the first time. */
    void begin(
            Identifier self, String target, OrderStatus status, List<MilestoneStamp> reached, Record<String, ?> cause) {
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        for (MilestoneStamp stamp : reached) {
            OrderSync sync = new OrderSync(
                    status.getOrderId(),
                    stamp.getSubject(),
                    stamp.getMilestone(),
                    target,
                    null,
                    "PENDING",
                    stamp.getSource(),
                    stamp.getLive(),
                    status.getVersion(),
                    stamp.getOccurredAt(),
                    stamp.getRecordedAt(),
                    stamp.getLandedAt(),
                    now,
                    null,
                    null);
            begin(self, sync, cause);
        }
    }

    /** Something the target does not know yet. */
    void begin(Identifier self, OrderSync sync, Record<String, ?> cause) {
        syncs.begin(self, sync);
        emit(sync, cause);
    }

    /** What a target does not know yet, or has not done yet. */
    List<OrderSync> open(Identifier self, String target) {
        return syncs.open(self, target);
    }

    /** Milestones that no longer hold: nobody needs to be told of them any more. */
    void withdraw(Identifier self, String target, Set<String> names, Record<String, ?> cause) {
        if (names.isEmpty()) {
            return;
        }
        for (OrderSync sync : states(self, target)) {
            if (names.contains(sync.getSubject() + "|" + sync.getMilestone())) {
                end(self, sync, "WITHDRAWN", null, cause);
            }
        }
    }

    /** A target answered: its confirmation of a version confirms every milestone shown up to that version; that of an effect, it. */
    void settle(Identifier self, Statement.Receipt receipt, Record<String, ?> cause) {
        String outcome = switch (receipt.outcome()) {
            case APPLIED -> "CONFIRMED";
            case REJECTED -> "REJECTED";
            case UNSUPPORTED -> "UNSUPPORTED";
            case PARKED -> "PARKED";
            case IN_FLIGHT, FENCED, LEFT -> null;
        };
        if (outcome == null) {
            return;
        }
        // Lag is measured by the clock that also saw the call begin; a target may date its answer with the begin of its
        // work.
        Instant answered = instant(receipt.answeredAt());
        Instant at = answered == null ? instant(receipt.confirmedAt()) : answered;
        Instant called = instant(receipt.calledAt());
        for (OrderSync sync : syncs.open(self, receipt.target())) {
            if (!isAbout(sync, receipt)) {
                continue;
            }
            if (outcome.equals("CONFIRMED")) {
                end(self, ended(sync, outcome, at).setCalledAt(called).build(), cause);
            } else if (!sync.getOutcome().equals(outcome)) {
                // Still unknown to the target: open lag goes on until a newer message cures it.
                begin(self, OrderSync.newBuilder(sync).setOutcome(outcome).build(), cause);
            }
        }
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }

    private static boolean isAbout(OrderSync sync, Statement.Receipt receipt) {
        return receipt.effect() == null
                ? sync.getEffect() == null && compare(sync.getVersion(), receipt.version()) <= 0
                : receipt.effect().equals(EffectStamps.key(sync));
    }

    /**
     * Nothing is sent, because what the target should show is what it shows: these milestones change nothing for it. What landed before
     * the target last said so was told by another mailbox, which has measured it; it is confirmed, not unknown.
     *
     * @param knownAt when the target is known to have shown it; null if not when, or if it is told nothing
     */
    void unchanged(Identifier self, String target, @Nullable Instant knownAt, Record<String, ?> cause) {
        for (OrderSync sync : states(self, target)) {
            if (knownAt == null || sync.getLandedAt().isAfter(knownAt)) {
                end(self, sync, "UNCHANGED", null, cause);
            } else {
                close(self, confirmed(sync, knownAt), cause);
            }
        }
    }

    /** It was projected before it was confirmed, if not here. */
    private static OrderSync confirmed(OrderSync sync, Instant at) {
        Instant projected = sync.getProjectedAt();
        return OrderSync.newBuilder(sync)
                .setOutcome("CONFIRMED")
                .setProjectedAt(projected.isAfter(at) ? at : projected)
                .setConfirmedAt(at)
                .build();
    }

    /** The order is tracked elsewhere from now on; what is open is stamped there. */
    void leave(Identifier self, String target, Record<String, ?> cause) {
        for (OrderSync sync : syncs.open(self, target)) {
            end(self, sync, "WITHDRAWN", null, cause);
        }
    }

    private List<OrderSync> states(Identifier self, String target) {
        return syncs.open(self, target).stream()
                .filter(sync -> sync.getEffect() == null)
                .toList();
    }

    /** The outcome; {@code at} is null unless the target is known to hold it, or to have done it. */
    void end(Identifier self, OrderSync sync, String outcome, @Nullable Instant at, Record<String, ?> cause) {
        end(self, ended(sync, outcome, at).build(), cause);
    }

    private static OrderSync.Builder ended(OrderSync sync, String outcome, @Nullable Instant at) {
        return OrderSync.newBuilder(sync).setOutcome(outcome).setConfirmedAt(at);
    }

    private void end(Identifier self, OrderSync ended, Record<String, ?> cause) {
        close(self, ended, cause);
        boolean ours = !ended.getProjectedAt().isBefore(since.apply(ended.getTarget()));
        if (ended.getConfirmedAt() != null && ended.getLive() && ours) {
            lag.record(ended);
        }
    }

    private void close(Identifier self, OrderSync ended, Record<String, ?> cause) {
        syncs.end(self, ended);
        emit(ended, cause);
    }

    private void emit(OrderSync sync, Record<String, ?> cause) {
        String ofMilestone =
                String.join("|", sync.getOrderId(), sync.getSubject(), sync.getMilestone(), sync.getTarget());
        String key = sync.getEffect() == null ? ofMilestone : ofMilestone + "|" + sync.getEffect();
        context.forward(cause.withKey(key).withValue((Object) sync), NodeName.SINK_SYNC);
    }

    private static int compare(OrderVersion one, io.crossdock.order.fact.OrderVersion other) {
        return VersionCodec.fromAvro(one).compareTo(other);
    }
}
