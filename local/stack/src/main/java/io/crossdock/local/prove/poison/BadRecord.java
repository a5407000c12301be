package io.crossdock.local.prove.poison;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A record to plant.
 *
 * @param kind what is wrong with it
 * @param connection whose connector would have written it
 * @param entity raw entity
 * @param key home identifier; null for a truncate, which has none
 * @param value text of the value; null for a tombstone
 */
record BadRecord(
        Poison kind,
        String connection,
        String entity,
        @Nullable String key,
        @Nullable String value) {

    String topic() {
        return "raw." + connection + "." + entity;
    }

    byte @Nullable [] bytes() {
        return value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    }
}
