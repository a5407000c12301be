package io.crossdock.connect.sink;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.connect.delivery.Message;
import io.crossdock.connect.delivery.UnusablePayload;
import io.crossdock.order.fact.OrderVersion;
import org.jspecify.annotations.Nullable;

/** How an API wants to be told: method, path and body of a message, and how to look for it. */
interface Shape {

    /** HTTP method of a write. */
    String method();

    /** Path of the record or effect below the API's own path, encoded. */
    String path(Message message);

    /** The same, to be read with GET. */
    String look(Message message);

    /** True if a receiver that cannot be read is written to again under the same key. */
    default boolean mayBeUnreadable() {
        return false;
    }

    /**
     * What is written.
     *
     * @throws UnusablePayload if the payload is no JSON object
     */
    String body(Message message) throws UnusablePayload;

    /** The version in what was read; null if there is none, or none of ours. */
    @Nullable
    OrderVersion version(Message message, JsonNode found);
}
