package io.crossdock.local.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.local.database.Login;
import io.crossdock.local.process.StackFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarehouseDatabaseTest {
    private static final Plan PLAN = Planner.plan(1, 0);

    @SuppressWarnings("NullAway.Init")
    private EmbeddedPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    @BeforeAll
    void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        desk = new Desk(new Login(postgres.getJdbcUrl("postgres", "postgres"), "postgres", ""));
        try (InputStream in = Objects.requireNonNull(Login.class.getResourceAsStream("wms.sql"));
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @BeforeEach
    void empty() {
        desk.transaction("Emptying", connection -> {
            Desk.run(connection, "delete from shipments");
            Desk.run(connection, "delete from orders");
        });
    }

    @AfterAll
    void stop() throws IOException {
        desk.close();
        postgres.close();
    }

    @Test
    void shouldCarryOnWhenTheDatabaseCutsEveryConnection() throws SQLException {
        // Given
        WarehouseOffice office = new WarehouseOffice(desk);
        office.takeOver("W-1", "SO-1", PLAN);

        // When
        query("select count(pg_terminate_backend(pid)) from pg_stat_activity where pid <> pg_backend_pid()");
        office.release("W-1");

        // Then
        assertThat(query("select status from orders where id = 'W-1'")).isEqualTo("RELEASED");
    }

    @Test
    void shouldChangeNothingWhenATransactionIsRepeated() throws SQLException {
        // Given
        WarehouseOffice office = new WarehouseOffice(desk);
        office.takeOver("W-1", "SO-1", PLAN);
        office.allocate("W-1", PLAN, false);

        // When
        office.takeOver("W-1", "SO-1", PLAN);

        // Then
        assertThat(query("select sum(qty_allocated)::text from order_lines"))
                .isNotEqualTo("0.000")
                .isNotEqualTo("null");
    }

    @Test
    void shouldSayWhatFailedWhenTheDatabaseRefuses() {
        assertThatThrownBy(() ->
                        desk.transaction("Nonsense", connection -> Desk.run(connection, "update nothing set a = 1")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("Nonsense failed at postgres@jdbc:postgresql")
                .hasMessageContaining("nothing");
    }

    @Test
    void shouldDeleteOnlyWhatIsFinishedAndOld() throws SQLException {
        // Given: old and finished, old and open, finished and new
        List<String> said = new ArrayList<>();
        desk.transaction("Filling", connection -> {
            shipment(connection, "S-old", "SHIPPED", "2 hours");
            shipment(connection, "S-open", "PACKED", "2 hours");
            shipment(connection, "S-new", "SHIPPED", "1 minute");
        });

        // When
        try (Housekeeping housekeeping = new Housekeeping(desk, Duration.ofHours(1), said::add)) {
            housekeeping.sweep();
        }

        // Then
        assertThat(query("select string_agg(id, ' ' order by id) from shipments"))
                .isEqualTo("S-new S-open");
        assertThat(said).isEmpty();
    }

    private static void shipment(Connection connection, String id, String status, String age) throws SQLException {
        Desk.run(
                connection,
                "insert into shipments (id, status, warehouse, updated_at) values (?, ?, 'EAST', now() - cast(? as interval))",
                id,
                status,
                age);
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
