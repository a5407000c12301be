package io.crossdock.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Statement;
import io.crossdock.systems.Connection;
import io.crossdock.systems.EntityDefinition;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one entity of one connection into facts. */
final class EntityMapping {

    private final Connection connection;
    private final EntityDefinition entity;
    private final Expression expression;
    private final IdentifierTypes types;
    private final Set<String> columns;

    EntityMapping(Connection connection, EntityDefinition entity, Expression expression, IdentifierTypes types) {
        this.connection = connection;
        this.entity = entity;
        this.expression = expression;
        this.types = types;
        this.columns = new HashSet<>(entity.columns());
    }

    Connection connection() {
        return connection;
    }

    EntityDefinition entity() {
        return entity;
    }

    /** What a row says; empty if the mapping file says that it says nothing. */
    List<Fact> assertions(RawRecord record, Envelope envelope) {
        ObjectNode row = envelope.columns();
        requireColumns(row, entity.required());
        JsonNode mapped = expression.apply(UnavailableValues.guard(row));
        if (!mapped.isArray() || mapped.size() > 1) {
            throw new Rejection(
                    Reason.MAPPING_FAILED,
                    entity.mapping().getFileName() + " gave "
                            + (mapped.isArray() ? mapped.size() + " facts" : "no array")
                            + "; a row is one fact or none. Correct the mapping file, then replay.");
        }
        if (mapped.isEmpty()) {
            return List.of();
        }
        JsonNode said = mapped.get(0);
        return List.of(fact(record, envelope, row, Op.ASSERT, said, StatementReader.read(said.path("statement"))));
    }

    /** What a deleted row takes back; it carries no more than the primary key. */
    Fact retraction(RawRecord record, Envelope envelope, Op op) {
        return fact(record, envelope, envelope.columns(), op, null, null);
    }

    /** A column that the system's file does not list; null if there is none. */
    @Nullable
    String newColumn(Envelope envelope) {
        for (Map.Entry<String, JsonNode> column : envelope.row().properties()) {
            if (!columns.contains(column.getKey())) {
                return column.getKey();
            }
        }
        return null;
    }

    private Fact fact(
            RawRecord record,
            Envelope envelope,
            ObjectNode row,
            Op op,
            @Nullable JsonNode said,
            @Nullable Statement statement) {
        requireColumns(row, entity.key());
        JsonNode parts = said == null ? MissingNode.getInstance() : said;
        OffsetDateTime occurredAt = Times.parse(parts.path("occurredAt").textValue());
        return new Fact(
                new FactKey(connection.name(), entity.name(), primaryKey(row)),
                new Identifier(
                        connection.name(),
                        entity.homeType(),
                        row.get(entity.homeColumn()).asText()),
                Positions.read(connection.system().source(), connection.epoch(), envelope),
                op,
                envelope.origin(),
                occurredAt,
                envelope.recordedAt(),
                record.landedAt(),
                FactReader.times(parts.path("times")),
                FactReader.links(parts.path("links"), types, connection.neverLinks()),
                statement,
                Map.of(),
                record.coordinates(),
                record.traceparent());
    }

    private String primaryKey(ObjectNode row) {
        List<String> key = entity.key();
        if (key.size() == 1) {
            return row.get(key.get(0)).asText();
        }
        StringBuilder primaryKey = new StringBuilder();
        for (String column : key) {
            primaryKey
                    .append(primaryKey.isEmpty() ? "" : "|")
                    .append(row.get(column).asText());
        }
        return primaryKey.toString();
    }

    private void requireColumns(ObjectNode row, List<String> required) {
        for (String column : required) {
            JsonNode value = row.get(column);
            if (value == null || value.isNull()) {
                throw new Rejection(
                        Reason.SCHEMA_DRIFT,
                        "Column " + column + " of " + entity.table() + " is " + (value == null ? "missing" : "null")
                                + ", but no row says anything without it. Compare the source's schema and the connector's"
                                + " column list with system.json, then replay.");
            }
        }
    }
}
