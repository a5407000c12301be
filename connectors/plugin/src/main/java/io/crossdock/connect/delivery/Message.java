package io.crossdock.connect.delivery;

import io.crossdock.connect.call.Lane;
import io.crossdock.order.fact.OrderVersion;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/**
 * What the target shall be told, as the contract {@code OutMessage} says it.
 *
 * @param effect what is to be done once, in kebab-case; null if the payload is the whole desired view, a state, and so carries
 *     a version fence
 * @param target connection of the target
 * @param targetKey key of the record in the target
 * @param externalId true if {@code targetKey} is our key, false if it is the target's own id
 * @param object kind of record, table or path in the target's vocabulary
 * @param sender identifier of the mailbox that sends
 * @param orderId order
 * @param version version this message brings the target to
 * @param contentHash hash of the payload
 * @param idempotencyKey the same for every attempt
 * @param payload body, JSON
 * @param lane which queue it waits in before the target
 * @param traceparent W3C trace context, null if there is none
 */
public record Message(
        @Nullable String effect,
        String target,
        String targetKey,
        boolean externalId,
        String object,
        String sender,
        String orderId,
        OrderVersion version,
        String contentHash,
        String idempotencyKey,
        String payload,
        Lane lane,
        @Nullable String traceparent) {

    private static final String UNNAMED = "effect";

    /**
     * Reads a record's value.
     *
     * @throws DataException if it is no OutMessage
     */
    static Message of(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> fields)) {
            throw new DataException("Expected an OutMessage as a map, got "
                    + (value == null ? "null" : value.getClass().getName())
                    + ". Check value.converter=io.crossdock.connect.avro.ContractConverter");
        }
        return new Message(
                "STATE".equals(text(fields, "kind")) ? null : optional(fields, "effect", UNNAMED),
                text(fields, "target"),
                text(fields, "targetKey"),
                Boolean.TRUE.equals(fields.get("externalId")),
                text(fields, "object"),
                text(fields, "sender"),
                text(fields, "orderId"),
                version(fields.get("version")),
                text(fields, "contentHash"),
                text(fields, "idempotencyKey"),
                text(fields, "payload"),
                "EXPRESS".equals(fields.get("lane")) ? Lane.EXPRESS : Lane.NORMAL,
                fields.get("traceparent") instanceof String trace ? trace : null);
    }

    /** True for the whole desired view, false for something done once. */
    public boolean state() {
        return effect == null;
    }

    /** The same under a key that no other attempt has. */
    Message underFreshKey() {
        return new Message(
                effect,
                target,
                targetKey,
                externalId,
                object,
                sender,
                orderId,
                version,
                contentHash,
                idempotencyKey + "|" + UUID.randomUUID(),
                payload,
                lane,
                traceparent);
    }

    /** What tells records of the target apart: messages of one are delivered one after the other. */
    public String recordName() {
        return object + "/" + targetKey;
    }

    private static OrderVersion version(@Nullable Object value) {
        if (value instanceof Map<?, ?> parts
                && parts.get("epoch") instanceof Number epoch
                && parts.get("seq") instanceof Number seq) {
            return new OrderVersion(epoch.longValue(), seq.longValue());
        }
        throw new DataException("An OutMessage has no version (epoch, seq)");
    }

    private static String optional(Map<?, ?> fields, String name, String otherwise) {
        return fields.get(name) instanceof String text ? text : otherwise;
    }

    private static String text(Map<?, ?> fields, String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new DataException("An OutMessage has no " + name);
    }
}
