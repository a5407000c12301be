package io.crossdock.publish;

import io.crossdock.order.freshness.PauseRule;
import io.crossdock.order.outbox.Mode;
import io.crossdock.systems.Manner;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told about orders.
 *
 * @param name its connection
 * @param mode whether it is told and asked, or only observed
 * @param state how it is told where an order stands; null if it is not
 * @param effects what it is asked to do; null if nothing
 * @param pause when it is not told because sources are behind; null if that never matters
 * @param manner how it is told
 * @param erpConnections connections whose sales order names an order that the target did not capture
 */
public record TargetSpec(
        String name,
        Mode mode,
        @Nullable StateMapping state,
        @Nullable EffectMapping effects,
        @Nullable PauseRule pause,
        Manner manner,
        Set<String> erpConnections) {

    public TargetSpec {
        erpConnections = Set.copyOf(erpConnections);
    }

    /** True if it is told and asked. */
    boolean live() {
        return mode.live();
    }

    /** The same target as it has been switched. */
    TargetSpec in(Mode other) {
        return other.equals(mode) ? this : new TargetSpec(name, other, state, effects, pause, manner, erpConnections);
    }
}
