package io.crossdock.normalize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.order.fact.Origin;
import java.io.IOException;
import java.time.Instant;

/**
 * What a change record wraps around a row.
 *
 * @param op {@code c}, {@code u}, {@code r} (read), {@code d}, {@code t} (truncate) or {@code m} (message)
 * @param row the row after the change, before it for a delete; missing for a truncate
 * @param source where in the source the change stands
 */
record Envelope(String op, JsonNode row, JsonNode source) {

    /** Decimals stay exact, whichever way they come. */
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .readerFor(JsonNode.class);

    /**
     * Reads a raw value.
     *
     * @throws Rejection if it is no JSON or no change record
     */
    static Envelope read(byte[] value) {
        JsonNode root;
        try {
            root = READER.readTree(value);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new Rejection(
                    Reason.MALFORMED_JSON,
                    "The value is no JSON" + where
                            + ". Look at the record in the raw topic; correct what wrote it, then replay.");
        } catch (IOException e) {
            throw new Rejection(Reason.MALFORMED_JSON, "The value cannot be read as JSON.");
        }
        JsonNode op = root.path("op");
        if (!root.isObject() || !op.isTextual()) {
            throw new Rejection(
                    Reason.MALFORMED_JSON,
                    "The value is no change record: it has no 'op'. Check that the connector writes envelopes"
                            + " (no unwrapping, value.converter.schemas.enable=false), then replay.");
        }
        String kind = op.textValue();
        return new Envelope(kind, root.path(kind.equals("d") ? "before" : "after"), root.path("source"));
    }

    /** The row as an object. */
    ObjectNode columns() {
        if (row instanceof ObjectNode columns) {
            return columns;
        }
        throw new Rejection(
                Reason.SCHEMA_DRIFT,
                "The change record of op '" + op
                        + "' carries no row. Check the connector's configuration, then replay.");
    }

    /** Commit at the source. */
    Instant recordedAt() {
        return Instant.ofEpochMilli(number("ts_ms"));
    }

    /** Anything but false and absent is a snapshot: sources write booleans, texts and {@code first}, {@code last}. */
    boolean isSnapshot() {
        JsonNode snapshot = source.path("snapshot");
        return !snapshot.isMissingNode()
                && !snapshot.isNull()
                && !snapshot.asText().equals("false");
    }

    /** Whether the row was read in a snapshot, as it changed, or is {@code old}: read again for a rebuild. */
    Origin origin(boolean old) {
        if (isSnapshot()) {
            return Origin.SNAPSHOT;
        }
        return old ? Origin.REPLAY : Origin.LIVE;
    }

    /** A whole number of the source block; texts are taken too, as some snapshots write them. */
    long number(String field) {
        JsonNode node = source.path(field);
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        if (node.isTextual()) {
            try {
                return Long.parseLong(node.textValue());
            } catch (NumberFormatException e) {
                throw missing(field);
            }
        }
        throw missing(field);
    }

    /**
     * Log sequence number. A row that is read again while changes are read carries none of its own, but that of the mark behind which it
     * is sent, as the second number of {@code sequence}: later than every change it shows, and earlier than every change it does not.
     */
    long logPosition() {
        JsonNode sequence = source.path("sequence");
        if (!source.path("lsn").isNull() || !sequence.isTextual()) {
            return number("lsn");
        }
        String[] numbers = sequence.textValue().replaceAll("[^0-9,]", "").split(",", -1);
        try {
            return Long.parseLong(numbers[numbers.length - 1]);
        } catch (NumberFormatException e) {
            throw missing("lsn");
        }
    }

    /** A text of the source block. */
    String text(String field) {
        JsonNode node = source.path(field);
        if (node.isTextual()) {
            return node.textValue();
        }
        throw missing(field);
    }

    private static Rejection missing(String field) {
        return new Rejection(
                Reason.SCHEMA_DRIFT,
                "source." + field + " is missing or no number, so nothing tells whether this record is newer than"
                        + " another. Check the connector's version and configuration, then replay.");
    }
}
