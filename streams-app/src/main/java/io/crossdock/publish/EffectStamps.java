package io.crossdock.publish;

import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OrderSync;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.outbox.Effect;
import io.crossdock.order.outbox.Told;
import io.crossdock.order.status.MilestoneStamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stamps each effect from when it is first asked for until it is done: {@code notified} has a lag too. */
final class EffectStamps {

    private final Stamps stamps;

    EffectStamps(Stamps stamps) {
        this.stamps = stamps;
    }

    /** What is asked for now and was not; what was and is no longer; what turned out to be done. */
    void look(Turn turn, List<Wanted> wanted, Map<String, Told> told) {
        Map<String, OrderSync> open = new HashMap<>();
        stamps.open(turn.self(), turn.target().name()).stream()
                .filter(sync -> sync.getEffect() != null)
                .forEach(sync -> open.put(key(sync), sync));
        for (Wanted one : wanted) {
            OrderSync known = open.remove(one.effect().key());
            Told fate = told.get(one.effect().key());
            boolean isFinal = fate != null && fate.isFinal();
            if (known == null && !isFinal) {
                stamps.begin(turn.self(), first(turn, one), turn.cause());
            } else if (known != null && isFinal) {
                end(turn, known, fate);
            }
        }
        open.forEach((key, sync) -> end(turn, sync, told.get(key)));
    }

    /** Answered, or found in the target's own table, or asked for no longer before it was sent. */
    private void end(Turn turn, OrderSync sync, @Nullable Told fate) {
        if (fate == null || fate.fate() == Told.Fate.REFUSED) {
            stamps.end(turn.self(), sync, "WITHDRAWN", null, turn.cause());
        } else if (fate.fate() == Told.Fate.DONE) {
            stamps.end(turn.self(), sync, "CONFIRMED", turn.now(), turn.cause());
        } else if (fate.isFinal()) {
            stamps.end(turn.self(), sync, fate.fate().name(), null, turn.cause());
        }
    }

    /** As old as the milestone it follows from; where that is not of this order's status, it begins now. */
    private static OrderSync first(Turn turn, Wanted wanted) {
        OrderStatus status = turn.order().status();
        Effect effect = wanted.effect();
        OrderSync.Builder sync = OrderSync.newBuilder()
                .setOrderId(status.getOrderId())
                .setSubject(effect.subject())
                .setMilestone(effect.milestone())
                .setTarget(turn.target().name())
                .setEffect(effect.name())
                .setOutcome("PENDING")
                .setVersion(status.getVersion())
                .setProjectedAt(turn.now());
        MilestoneStamp stamp = turn.milestone(wanted.after()).orElse(null);
        if (stamp != null) {
            return sync.setSource(stamp.connection())
                    .setLive(stamp.reached().live())
                    .setOccurredAt(stamp.reached().occurredAt().toString())
                    .setRecordedAt(stamp.reached().recordedAt())
                    .setLandedAt(stamp.reached().landedAt())
                    .build();
        }
        return sync.setSource(Identifier.parse(status.getRoot()).connection())
                .setLive(true)
                .setOccurredAt(turn.now().toString())
                .setRecordedAt(turn.now())
                .setLandedAt(turn.now())
                .build();
    }

    /** Its key, if it is one of an effect; no key of an effect otherwise. */
    static String key(OrderSync sync) {
        return sync.getEffect() + "|" + sync.getSubject() + "|" + sync.getMilestone();
    }
}
