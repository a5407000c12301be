package io.crossdock.publish;

import io.crossdock.codec.ShortHash;
import io.crossdock.codec.VersionCodec;
import io.crossdock.contract.OrderStatus;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.outbox.View;
import org.jspecify.annotations.Nullable;

/**
 * What a target should hold of an order: under which key, and what.
 *
 * @param view version, hash and key, for the outbox
 * @param externalId true if the key is ours, in the target's external-id field; false if the target captured the order
 * @param payload the body in the target's vocabulary, JSON
 */
record TargetView(View view, boolean externalId, String payload) {

    /**
     * The view of an order for one target; null if the target cannot be told yet: it did not capture the order and the ERP has not
     * named it.
     */
    static @Nullable TargetView of(TargetSpec target, OrderStatus status) {
        Identifier root = Identifier.parse(status.getRoot());
        boolean captured = root.connection().equals(target.connection());
        String key = captured ? root.value() : erpKey(target, status);
        if (key == null) {
            return null;
        }
        String payload = target.payload().apply(status);
        return new TargetView(
                new View(VersionCodec.fromAvro(status.getVersion()), ShortHash.of(payload), key), !captured, payload);
    }

    /** {@code <erp connection>:<sales order>}; the lowest one if several ERPs name the order, so that it never moves. */
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
