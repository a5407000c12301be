package io.crossdock.crm.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service's own record of every request; a change and its row commit together. */
public final class AccessLog {
    private static final String COLUMNS = "insert into access_log (parent, method, path, object, record_key, record_id,"
            + " status, error_code, idempotency_key, request, applied, fault) ";
    private static final String INSERT = COLUMNS + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) returning id";
    /** What changed nothing need not wait for the disk. */
    private static final String INSERT_RELAXED =
            "with relaxed as materialized (select set_config('synchronous_commit', 'off', true)) " + COLUMNS
                    + "select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ? from relaxed returning id";

    private AccessLog() {}

    /**
     * One row.
     *
     * @param method HTTP method
     * @param path path without query string
     * @param object API name of the object; null if the request is about none
     * @param recordKey id or external id in the path; null if none
     * @param recordId 18-character id of the record that was read or changed; null if unknown
     * @param status HTTP status that was answered, or would have been if a fault had not dropped the answer
     * @param errorCode code of the refusal; null if none
     * @param idempotencyKey value of the header {@code Idempotency-Key}; null if none
     * @param request body, or the SOQL of a query; null if none
     * @param applied true if data was changed
     * @param fault the injected fault that hit the request; null if none
     */
    public record Entry(
            String method,
            String path,
            @Nullable String object,
            @Nullable String recordKey,
            @Nullable String recordId,
            int status,
            @Nullable String errorCode,
            @Nullable String idempotencyKey,
            @Nullable JsonNode request,
            boolean applied,
            @Nullable String fault) {}

    /** Writes the request and, below it, the parts of a composite one; within the caller's transaction. */
    public static void write(Connection connection, Entry request, List<Entry> parts) throws SQLException {
        long id = insert(connection, request, null, request.applied());
        for (Entry part : parts) {
            insert(connection, part, id, request.applied());
        }
    }

    /** How many requests were answered since the given moment of the database's day began. */
    public static int requestsToday(Connection connection) throws SQLException {
        String sql = "select count(*) from access_log where parent is null and at >= date_trunc('day', now(), 'UTC')";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Removes rows of plain reads older than an hour; what changed or was refused stays for good. */
    public static int forgetOldReads(Connection connection) throws SQLException {
        String sql = "delete from access_log where method = 'GET' and status = 200 and fault is null"
                + " and at < now() - interval '1 hour'";
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static long insert(Connection connection, Entry entry, @Nullable Long parent, boolean durable)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(durable ? INSERT : INSERT_RELAXED)) {
            statement.setObject(1, parent, Types.BIGINT);
            statement.setString(2, entry.method());
            statement.setString(3, entry.path());
            statement.setString(4, entry.object());
            statement.setString(5, entry.recordKey());
            statement.setString(6, entry.recordId());
            statement.setInt(7, entry.status());
            statement.setString(8, entry.errorCode());
            statement.setString(9, entry.idempotencyKey());
            statement.setString(
                    10, entry.request() == null ? null : entry.request().toString());
            statement.setBoolean(11, entry.applied());
            statement.setString(12, entry.fault());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
