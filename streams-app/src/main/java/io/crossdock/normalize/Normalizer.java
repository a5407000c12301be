package io.crossdock.normalize;

import com.schibsted.spt.data.jslt.Expression;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.systems.Captured;
import io.crossdock.systems.Connection;
import io.crossdock.systems.EntityDefinition;
import io.crossdock.systems.ReferenceDefinition;
import io.crossdock.systems.Systems;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns raw records into facts and reference data: a pure function of the record and the files, which never throws. */
public final class Normalizer {

    private final Map<String, RawMapping> byTopic = new HashMap<>();

    /**
     * Compiles the mapping of everything that comes in from every connection.
     *
     * @throws io.crossdock.systems.InvalidSystemsException if a mapping file has changed since it was checked
     */
    public Normalizer(Systems systems) {
        this(systems, Instant.MIN);
    }

    /** The same; what landed before {@code oldBefore} is read again for a rebuild. */
    public Normalizer(Systems systems, Instant oldBefore) {
        IdentifierTypes types = systems.identifierTypes();
        for (Connection connection : systems.connections()) {
            MappingLanguage language = new MappingLanguage(connection);
            for (Captured captured : connection.system().captured()) {
                Expression expression = MappingCompiler.compile(captured.mapping(), language.functions());
                byTopic.put(connection.rawTopic(captured), mapping(connection, captured, expression, types, oldBefore));
            }
        }
    }

    private static RawMapping mapping(
            Connection connection, Captured captured, Expression expression, IdentifierTypes types, Instant oldBefore) {
        return switch (captured) {
            case EntityDefinition entity -> new EntityMapping(connection, entity, expression, types, oldBefore);
            case ReferenceDefinition reference ->
                new ReferenceMapping(connection, reference, expression, new RowColumns(reference));
        };
    }

    /** What a record says, why it is a dead letter, or by which rule it says nothing. */
    public Normalized normalize(RawRecord record) {
        RawMapping mapping = byTopic.get(record.topic());
        if (mapping == null) {
            return unknown(record.topic());
        }
        String connection = mapping.connection().name();
        String entity = mapping.captured().name();
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
            return new Normalized.Rejected(connection, entity, Reason.MAPPING_FAILED, failure(mapping.captured(), e));
        }
    }

    /** Which row a record speaks of that became no fact; null if it is none of a known entity. */
    @Nullable
    Unread unread(RawRecord record) {
        RawMapping mapping = byTopic.get(record.topic());
        return mapping == null ? null : Unread.of(record, mapping.connection().name(), mapping.captured());
    }

    private static Normalized read(RawRecord record, Envelope envelope, RawMapping mapping) {
        return switch (envelope.op()) {
            case "c", "u", "r" -> mapping.said(record, envelope);
            case "d" -> mapping.deleted(record, envelope);
            case "m" ->
                new Normalized.Ignored(
                        mapping.connection().name(), mapping.captured().name(), "message");
            case "t" ->
                throw new Rejection(
                        Reason.TRUNCATE,
                        "Table " + mapping.captured().table()
                                + " was emptied at the source; no fact was taken back. Decide"
                                + " whether its rows are gone or will be loaded again.");
            default ->
                throw new Rejection(
                        Reason.MALFORMED_JSON,
                        "The change record's op '" + shortened(envelope.op()) + "' is none of c, u, r, d, t, m.");
        };
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
    private static String failure(Captured captured, RuntimeException e) {
        String message = e.getMessage();
        return captured.mapping().getFileName() + " failed: " + e.getClass().getSimpleName()
                + (message == null
                        ? ""
                        : ": " + shortened(message.lines().findFirst().orElse("")))
                + ". Correct the mapping file, then replay.";
    }

    private static String shortened(@Nullable String text) {
        return text == null || text.length() <= 160 ? String.valueOf(text) : text.substring(0, 160) + "…";
    }
}
