package io.crossdock.publish;

import io.crossdock.order.outbox.OutboxState;
import io.crossdock.order.outbox.Waiting;
import java.util.Map;

/**
 * All that is kept of one order and target.
 *
 * @param state what it should know, does know, and is being told
 * @param waiting effects that are wanted and were not sent yet, by key
 */
record TargetEntry(OutboxState state, Map<String, Waiting> waiting) {

    static final TargetEntry EMPTY = new TargetEntry(OutboxState.EMPTY, Map.of());

    TargetEntry {
        waiting = Map.copyOf(waiting);
    }
}
