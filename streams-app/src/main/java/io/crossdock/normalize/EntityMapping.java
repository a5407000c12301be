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
import io.crossdock.systems.OnDelete;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one entity of one connection into facts. */
final class EntityMapping implements RawMapping {

    private final Connection connection;
    private final EntityDefinition entity;
    private final Expression expression;
    private final IdentifierTypes types;
    private final RowColumns columns;
    private final Instant oldBefore;

    /** {@code oldBefore}: what landed before is read again for a rebuild. */
    EntityMapping(
            Connection connection,
            EntityDefinition entity,
            Expression expression,
            IdentifierTypes types,
            Instant oldBefore) {
        this.connection = connection;
        this.entity = entity;
        this.expression = expression;
        this.types = types;
        this.columns = new RowColumns(entity);
        this.oldBefore = oldBefore;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public EntityDefinition captured() {
        return entity;
    }

    @Override
    public Normalized said(RawRecord record, Envelope envelope) {
        ObjectNode row = columns.whole(envelope);
        JsonNode mapped = expression.apply(UnavailableValues.guard(row));
        if (!mapped.isArray() || mapped.size() > 1) {
            throw new Rejection(
                    Reason.MAPPING_FAILED,
                    entity.mapping().getFileName() + " gave "
                            + (mapped.isArray() ? mapped.size() + " facts" : "no array")
                            + "; a row is one fact or none. Correct the mapping file, then replay.");
        }
        if (mapped.isEmpty()) {
            return new Normalized.Ignored(connection.name(), entity.name(), "mapping");
        }
        JsonNode said = mapped.get(0);
        Fact fact = fact(record, envelope, row, Op.ASSERT, said, StatementReader.read(said.path("statement")));
        return new Normalized.Accepted(connection.name(), entity.name(), List.of(fact), columns.newColumn(envelope));
    }

    @Override
    public Normalized deleted(RawRecord record, Envelope envelope) {
        Op op = switch (entity.onDelete()) {
            case RETRACT_UNLESS_FINAL -> Op.RETRACT_UNLESS_FINAL;
            case RETRACT -> Op.RETRACT;
            case PURGE, REPORT -> null;
        };
        if (op == null) {
            boolean purged = entity.onDelete() == OnDelete.PURGE;
            return new Normalized.Ignored(connection.name(), entity.name(), purged ? "purge" : "delete-reported");
        }
        Fact fact = fact(record, envelope, envelope.columns(), op, null, null);
        return new Normalized.Accepted(connection.name(), entity.name(), List.of(fact), null);
    }

    private Fact fact(
            RawRecord record,
            Envelope envelope,
            ObjectNode row,
            Op op,
            @Nullable JsonNode said,
            @Nullable Statement statement) {
        String primaryKey = columns.primaryKey(row);
        JsonNode parts = said == null ? MissingNode.getInstance() : said;
        OffsetDateTime occurredAt = Times.parse(parts.path("occurredAt").textValue());
        return new Fact(
                new FactKey(connection.name(), entity.name(), primaryKey),
                new Identifier(
                        connection.name(),
                        entity.homeType(),
                        row.get(entity.homeColumn()).asText()),
                Positions.read(connection.system().source(), connection.epoch(), envelope),
                op,
                envelope.origin(record.landedAt().isBefore(oldBefore)),
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
}
