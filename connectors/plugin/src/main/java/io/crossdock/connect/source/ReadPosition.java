package io.crossdock.connect.source;

import java.util.Map;

/**
 * The name under which Connect keeps how far an entity has been read. It has one field: Connect finds an offset by the bytes of the
 * map, and the fields of a map come in an order that may differ after each start of the worker.
 */
final class ReadPosition {

    private static final String FEED = "feed";

    private ReadPosition() {}

    /** The source partition of an entity, as Connect's offsets name it: {@code {"feed": "crm/orders"}}. */
    static Map<String, String> of(String connection, String entity) {
        return Map.of(FEED, connection + "/" + entity);
    }
}
