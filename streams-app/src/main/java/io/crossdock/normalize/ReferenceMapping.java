package io.crossdock.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import io.crossdock.order.fact.Identifier;
import io.crossdock.reference.Entry;
import io.crossdock.reference.KnownKinds;
import io.crossdock.systems.Connection;
import io.crossdock.systems.ReferenceDefinition;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns the rows of one kind of reference data into entries.
 *
 * @param connection connection the rows come from
 * @param captured table they stand in
 * @param expression its mapping file, which gives {@code [{"attributes": {…}}]}, or {@code []} for a row that says nothing
 * @param columns what is known of its columns
 */
record ReferenceMapping(Connection connection, ReferenceDefinition captured, Expression expression, RowColumns columns)
        implements RawMapping {

    @Override
    public Normalized said(RawRecord record, Envelope envelope) {
        ObjectNode row = columns.whole(envelope);
        JsonNode mapped = expression.apply(UnavailableValues.guard(row));
        if (!mapped.isArray() || mapped.size() > 1) {
            throw failed("gave " + (mapped.isArray() ? mapped.size() + " entries" : "no array")
                    + "; a row is one entry or none");
        }
        if (mapped.isEmpty()) {
            return new Normalized.Ignored(connection.name(), captured.name(), "mapping");
        }
        Entry entry =
                entry(record, envelope, row, true, attributes(mapped.get(0).path("attributes")));
        try {
            KnownKinds.check(entry);
        } catch (IllegalArgumentException e) {
            throw new Rejection(
                    Reason.WRONG_TYPE,
                    e.getMessage() + ". Correct the row in the source, or read it in "
                            + captured.mapping().getFileName() + ", then replay.");
        }
        return new Normalized.Referenced(connection.name(), captured.name(), entry, columns.newColumn(envelope));
    }

    @Override
    public Normalized deleted(RawRecord record, Envelope envelope) {
        Entry entry = entry(record, envelope, envelope.columns(), false, Map.of());
        return new Normalized.Referenced(connection.name(), captured.name(), entry, null);
    }

    private Entry entry(
            RawRecord record, Envelope envelope, ObjectNode row, boolean isThere, Map<String, String> attributes) {
        return new Entry(
                new Identifier(connection.name(), captured.type(), columns.primaryKey(row)),
                captured.name(),
                isThere,
                Positions.read(connection.system().source(), connection.epoch(), envelope),
                attributes,
                record.landedAt());
    }

    private Map<String, String> attributes(JsonNode node) {
        Map<String, String> attributes = new TreeMap<>();
        for (Map.Entry<String, JsonNode> attribute : node.properties()) {
            if (attribute.getValue().isContainerNode()) {
                throw failed("gave no text for the attribute " + attribute.getKey());
            }
            if (!attribute.getValue().isNull()) {
                attributes.put(attribute.getKey(), attribute.getValue().asText());
            }
        }
        return attributes;
    }

    private Rejection failed(String what) {
        return new Rejection(
                Reason.MAPPING_FAILED,
                captured.mapping().getFileName() + " " + what + ". Correct the mapping file, then replay.");
    }
}
