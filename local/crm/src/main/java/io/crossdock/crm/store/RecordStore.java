package io.crossdock.crm.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.model.Field;
import io.crossdock.crm.model.FieldType;
import io.crossdock.crm.model.Json;
import io.crossdock.crm.model.ObjectCatalog;
import io.crossdock.crm.model.ObjectType;
import io.crossdock.crm.model.RecordId;
import io.crossdock.crm.soql.SqlQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads and writes records within the caller's transaction. Every write takes its time from the database's clock. */
public final class RecordStore {
    private static final String NOW = "date_trunc('milliseconds', clock_timestamp())";
    /** Rows in memory at a time. */
    private static final int FETCH_ROWS = 500;

    private static final String COLUMNS = "select id, fields, created_at, system_modstamp from sobject";

    private final ObjectCatalog catalog;
    private final Connection connection;

    /** The records of the given objects, through one connection. */
    public RecordStore(ObjectCatalog catalog, Connection connection) {
        this.catalog = catalog;
        this.connection = connection;
    }

    /** The connection that carries the caller's transaction. */
    public Connection connection() {
        return connection;
    }

    /** The record with that value in that field, or null. */
    public @Nullable StoredRecord find(ObjectType type, Field key, String value) throws SQLException {
        List<StoredRecord> found = new ArrayList<>();
        read(type, COLUMNS + where(type, key), List.of(value), found::add);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Gives all records of the query to {@code each}, in its order, as they come from the database. */
    public void query(SqlQuery query, Consumer<StoredRecord> each) throws SQLException {
        read(query.type(), COLUMNS + query.tail(), query.parameters(), each);
    }

    /** How many records the query finds. */
    public int count(SqlQuery query) throws SQLException {
        try (PreparedStatement statement =
                prepared("select count(*) from (select 1 from sobject" + query.tail() + ") x", query.parameters())) {
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** The id of the new record, or null if another record holds one of its external ids. */
    public @Nullable String insert(ObjectType type, ObjectNode fields) throws SQLException {
        checkReferences(type, fields);
        String id = RecordId.of(type.keyPrefix(), nextValue("sobject_id"));
        for (Field field : type.fields()) {
            if (field.type() == FieldType.AUTONUMBER) {
                long number = nextValue(field.sequence(type.name()));
                fields.put(field.name(), ("%0" + field.length() + "d").formatted(number));
            }
        }
        String sql = "insert into sobject (id, type, fields, created_at, system_modstamp)"
                + " select ?, ?, jsonb_strip_nulls(?::jsonb), t, t from (select " + NOW
                + " as t) clock on conflict do nothing";
        try (PreparedStatement statement = prepared(sql, List.of(id, type.name(), text(fields)))) {
            return statement.executeUpdate() == 1 ? id : null;
        }
    }

    /** Merges the fields into the record with that value in that field; its id, or null if there is none. */
    public @Nullable String update(ObjectType type, Field key, String value, ObjectNode fields) throws SQLException {
        checkReferences(type, fields);
        String sql = "update sobject set fields = jsonb_strip_nulls(fields || ?::jsonb), system_modstamp = " + NOW
                + where(type, key) + " returning id";
        return idOf(sql, List.of(text(fields), value));
    }

    /** Deletes the record and those that belong to it; its id, or null if there is none. */
    public @Nullable String delete(ObjectType type, Field key, String value) throws SQLException {
        String id = idOf("delete from sobject" + where(type, key) + " returning id", List.of(value));
        if (id != null) {
            deleteChildren(type, id);
        }
        return id;
    }

    private void deleteChildren(ObjectType parent, String id) throws SQLException {
        for (ObjectType child : catalog.all()) {
            for (Field field : child.fields()) {
                if (parent.name().equals(field.references())) {
                    try (PreparedStatement statement =
                            prepared("delete from sobject" + where(child, field), List.of(id))) {
                        statement.executeUpdate();
                    }
                }
            }
        }
    }

    private void checkReferences(ObjectType type, ObjectNode fields) throws SQLException {
        for (Field field : type.fields()) {
            if (field.references() == null || !fields.hasNonNull(field.name())) {
                continue;
            }
            String id = fields.get(field.name()).asText();
            String sql = "select id from sobject where type = ? and id = ? for key share";
            if (idOf(sql, List.of(field.references(), id)) == null) {
                throw ApiException.of(
                        400, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id: " + id, field.name());
            }
        }
    }

    private static String where(ObjectType type, Field key) {
        return " where type = '" + type.name() + "' and " + key.sql() + " = ?";
    }

    private @Nullable String idOf(String sql, List<Object> parameters) throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private long nextValue(String sequence) throws SQLException {
        try (PreparedStatement statement = prepared("select nextval(?::regclass)", List.of(sequence));
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void read(ObjectType type, String sql, List<Object> parameters, Consumer<StoredRecord> each)
            throws SQLException {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.accept(new StoredRecord(
                            type,
                            rows.getString(1),
                            (ObjectNode) Json.MAPPER.readTree(rows.getString(2)),
                            rows.getObject(3, OffsetDateTime.class).toInstant(),
                            rows.getObject(4, OffsetDateTime.class).toInstant()));
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL returned fields that are no JSON", e);
        }
    }

    private PreparedStatement prepared(String sql, List<Object> parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement;
    }

    private static String text(ObjectNode fields) {
        return fields.toString();
    }
}
