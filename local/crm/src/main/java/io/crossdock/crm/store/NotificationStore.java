package io.crossdock.crm.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.crm.model.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What customers were told, by key, within the caller's transaction; the first body of a key stays. */
public final class NotificationStore {
    private final Connection connection;

    /** The notifications, through one connection. */
    public NotificationStore(Connection connection) {
        this.connection = connection;
    }

    /** Keeps a notification; false if its key was there, which is then only counted. */
    public boolean put(String key, JsonNode body) throws SQLException {
        String sql = "insert into notification as n (key, body) values (?, ?::jsonb) on conflict (key) do update set"
                + " puts = n.puts + 1, last_put_at = clock_timestamp(),"
                + " other_bodies = n.other_bodies + (n.body <> excluded.body)::int returning puts = 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            statement.setString(2, body.toString());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    /** The body of a key; null if there is none. */
    public @Nullable JsonNode find(String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select body from notification where key = ?")) {
            statement.setString(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? json(rows.getString(1)) : null;
            }
        }
    }

    /** All of them, in the order in which they first came. */
    public ArrayNode all() throws SQLException {
        ArrayNode all = Json.MAPPER.createArrayNode();
        String sql = "select key, first_put_at, last_put_at, puts, other_bodies, body from notification"
                + " order by first_put_at, key";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ObjectNode one = all.addObject()
                        .put("key", rows.getString(1))
                        .put("firstPutAt", time(rows, 2))
                        .put("lastPutAt", time(rows, 3))
                        .put("puts", rows.getInt(4))
                        .put("otherBodies", rows.getInt(5));
                one.set("body", json(rows.getString(6)));
            }
        }
        return all;
    }

    private static String time(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant().toString();
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL returned a body that is no JSON", e);
        }
    }
}
