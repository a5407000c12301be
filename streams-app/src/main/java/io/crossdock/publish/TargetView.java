package io.crossdock.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.codec.VersionCodec;
import io.crossdock.codec.ViewHash;
import io.crossdock.contract.OrderStatus;
import io.crossdock.order.outbox.View;
import org.jspecify.annotations.Nullable;

/**
 * What a target should hold of an order.
 *
 * @param view version, hash and key, for the outbox
 * @param record the record it is about
 * @param payload the body in the target's vocabulary, JSON
 */
record TargetView(View view, RecordKey record, String payload) {

    /** The view of an order under a key; null while there is nothing to tell. */
    static @Nullable TargetView of(StateMapping mapping, OrderStatus status, RecordKey record, JsonNode order) {
        JsonNode payload = mapping.body().apply(order);
        return payload == null
                ? null
                : new TargetView(
                        new View(VersionCodec.fromAvro(status.getVersion()), ViewHash.of(payload), record.key()),
                        record,
                        payload.toString());
    }
}
