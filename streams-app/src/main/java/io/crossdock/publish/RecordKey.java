package io.crossdock.publish;

import io.crossdock.contract.OrderStatus;
import io.crossdock.order.fact.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * The key under which a target keeps an order.
 *
 * @param key its own id if it captured the order, else {@code <erp connection>:<sales order>}
 * @param external true if it is our key, in the target's external-id field
 */
record RecordKey(String key, boolean external) {

    /** The key; null while there is none: the target did not capture the order and the ERP has not named it. */
    static @Nullable RecordKey of(TargetSpec target, OrderStatus status) {
        Identifier root = Identifier.parse(status.getRoot());
        if (root.connection().equals(target.name())) {
            return new RecordKey(root.value(), false);
        }
        String key = erpKey(target, status);
        return key == null ? null : new RecordKey(key, true);
    }

    /** The lowest one if several ERPs name the order, so that it never moves. */
    private static @Nullable String erpKey(TargetSpec target, OrderStatus status) {
        for (String identifier : status.getIdentifiers()) {
            Identifier candidate = Identifier.parse(identifier);
            if (target.erpConnections().contains(candidate.connection())
                    && candidate.type().equals("sales-order")) {
                return candidate.connection() + ":" + candidate.value();
            }
        }
        return null;
    }
}
