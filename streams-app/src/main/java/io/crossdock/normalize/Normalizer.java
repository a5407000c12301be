package io.crossdock.normalize;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Op;
import io.crossdock.systems.Connection;
import io.crossdock.systems.EntityDefinition;
import io.crossdock.systems.OnDelete;
import io.crossdock.systems.Systems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns raw records into facts: a pure function of the record and the files, which never throws. */
public final class Normalizer {

    private final Map<String, EntityMapping> byTopic = new HashMap<>();

    /**
     * Compiles the mapping of every entity of every connection.
     *
     * @throws io.crossdock.systems.InvalidSystemsException if a mapping file has changed since it was checked
     */
    public Normalizer(Systems systems) {
        IdentifierTypes types = systems.identifierTypes();
        for (Connection connection : systems.connections()) {
            MappingLanguage language = new MappingLanguage(connection);
            for (EntityDefinition entity : connection.system().entities().values()) {
                byTopic.put(
                        connection.rawTopic(entity),
                        new EntityMapping(
                                connection,
                                entity,
                                MappingCompiler.compile(entity.mapping(), language.functions()),
                                types));
            }
        }
    }

    /** What a record says, why it is a dead letter, or by which rule it says nothing. */
    public Normalized normalize(RawRecord record) {
        EntityMapping mapping = byTopic.get(record.topic());
        if (mapping == null) {
            return unknown(record.topic());
        }
        String connection = mapping.connection().name();
        String entity = mapping.entity().name();
        byte[] value = record.value();
        if (value == null) {
            return new Normalized.Ignored(connection, entity, "tombstone");
        }
        int most = mapping.connection().maxRecordBytes();
        if (value.length > most) {
            return new Normalized.Rejected(
                    connection,
                    entity,
                    Reason.OVERSIZED,
                    "The value is " + value.length + " bytes long, the connection allows " + most
                            + ". Take long columns out of the connector's column list, or raise maxRecordBytes.");
        }
        Envelope envelope = null;
        try {
            envelope = Envelope.read(value);
            return read(record, envelope, mapping);
        } catch (Rejection rejection) {
            String text = rejection.textIn(envelope == null ? null : envelope.row());
            return new Normalized.Rejected(connection, entity, rejection.reason(), text);
        } catch (RuntimeException e) {
            return new Normalized.Rejected(connection, entity, Reason.MAPPING_FAILED, failure(mapping.entity(), e));
        }
    }

    private static Normalized read(RawRecord record, Envelope envelope, EntityMapping mapping) {
        String connection = mapping.connection().name();
        String entity = mapping.entity().name();
        return switch (envelope.op()) {
            case "c", "u", "r" -> {
                List<Fact> facts = mapping.assertions(record, envelope);
                yield facts.isEmpty()
                        ? new Normalized.Ignored(connection, entity, "mapping")
                        : new Normalized.Accepted(connection, entity, facts, mapping.newColumn(envelope));
            }
            case "d" -> deleted(record, envelope, mapping);
            case "m" -> new Normalized.Ignored(connection, entity, "message");
            case "t" ->
                throw new Rejection(
                        Reason.TRUNCATE,
                        "Table " + mapping.entity().table()
                                + " was emptied at the source; no fact was taken back. Decide"
                                + " whether its rows are gone or will be loaded again.");
            default ->
                throw new Rejection(
                        Reason.MALFORMED_JSON,
                        "The change record's op '" + shortened(envelope.op()) + "' is none of c, u, r, d, t, m.");
        };
    }

    private static Normalized deleted(RawRecord record, Envelope envelope, EntityMapping mapping) {
        String connection = mapping.connection().name();
        String entity = mapping.entity().name();
        Op op = switch (mapping.entity().onDelete()) {
            case RETRACT_UNLESS_FINAL -> Op.RETRACT_UNLESS_FINAL;
            case RETRACT -> Op.RETRACT;
            case PURGE, REPORT -> null;
        };
        if (op == null) {
            boolean purged = mapping.entity().onDelete() == OnDelete.PURGE;
            return new Normalized.Ignored(connection, entity, purged ? "purge" : "delete-reported");
        }
        return new Normalized.Accepted(connection, entity, List.of(mapping.retraction(record, envelope, op)), null);
    }

    private static Normalized unknown(String topic) {
        String[] parts = topic.split("\\.", 3);
        return new Normalized.Rejected(
                parts.length == 3 ? parts[1] : "unknown",
                parts.length == 3 ? parts[2] : topic,
                Reason.UNKNOWN_ENTITY,
                "No connection and entity belong to the topic " + topic
                        + ". Add the entity to the system's system.json, or the connection's file, then replay.");
    }

    /** The first line of a failure: the rest of it could quote the row. */
    private static String failure(EntityDefinition entity, RuntimeException e) {
        String message = e.getMessage();
        return entity.mapping().getFileName() + " failed: " + e.getClass().getSimpleName()
                + (message == null
                        ? ""
                        : ": " + shortened(message.lines().findFirst().orElse("")))
                + ". Correct the mapping file, then replay.";
    }

    private static String shortened(@Nullable String text) {
        return text == null || text.length() <= 160 ? String.valueOf(text) : text.substring(0, 160) + "…";
    }
}
