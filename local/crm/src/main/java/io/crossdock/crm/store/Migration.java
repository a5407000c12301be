package io.crossdock.crm.store;

import io.crossdock.crm.model.Field;
import io.crossdock.crm.model.FieldType;
import io.crossdock.crm.model.ObjectCatalog;
import io.crossdock.crm.model.ObjectType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/** Brings the database to the schema of this version; may run any number of times. */
public final class Migration {
    private static final long LOCK = 0x63726D;

    private Migration() {}

    /**
     * Creates what is missing: tables, and a unique index, an index or a sequence for each external id, reference and auto-number.
     *
     * @throws SQLException if the database refuses; nothing is changed then
     */
    public static void run(Database database, ObjectCatalog catalog) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            statement.execute(schema());
            for (ObjectType type : catalog.all()) {
                for (Field field : type.fields()) {
                    for (String sql : ddl(type, field)) {
                        statement.execute(sql);
                    }
                }
            }
            connection.commit();
        }
    }

    private static List<String> ddl(ObjectType type, Field field) {
        String index = (type.name() + "_" + field.name()).toLowerCase(Locale.ROOT);
        String on = " on sobject (" + field.sql() + ") where type = '" + type.name() + "'";
        if (field.externalId()) {
            return List.of("create unique index if not exists " + index + on);
        }
        if (field.type() == FieldType.REFERENCE) {
            return List.of("create index if not exists " + index + on);
        }
        if (field.type() == FieldType.AUTONUMBER) {
            return List.of("create sequence if not exists " + field.sequence(type.name()));
        }
        return List.of();
    }

    private static String schema() {
        try (InputStream in = Migration.class.getResourceAsStream("/schema.sql")) {
            if (in == null) {
                throw new IllegalStateException("schema.sql is missing from the class path: rebuild the CRM");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("schema.sql cannot be read", e);
        }
    }
}
