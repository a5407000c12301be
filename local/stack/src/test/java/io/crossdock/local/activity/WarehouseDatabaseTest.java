package io.crossdock.local.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.local.activity.Plan.Line;
import io.crossdock.local.activity.Plan.Portion;
import io.crossdock.local.activity.WarehouseFloor.Part;
import io.crossdock.local.database.Login;
import io.crossdock.local.process.StackFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarehouseDatabaseTest {
    private static final Plan PLAN = Planner.plan(1, 0);
    private static final Request REQUEST = Request.of(PLAN, PLAN.sites().getFirst());

    @SuppressWarnings("NullAway.Init")
    private EmbeddedPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    @SuppressWarnings("NullAway.Init")
    private Desks desks;

    @BeforeAll
    void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        desk = new Desk(new Login(postgres.getJdbcUrl("postgres", "postgres"), "postgres", ""));
        desks = new Desks(desk, desk, desk);
        create("wms.sql");
        create("wms-west.sql");
    }

    private void create(String script) throws IOException, SQLException {
        try (InputStream in = Objects.requireNonNull(Login.class.getResourceAsStream(script));
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
            Desk.run(connection, "delete from whs.loads");
            Desk.run(connection, "delete from whs.pick_tickets");
            Desk.run(connection, "delete from inbound_orders");
            Desk.run(connection, "delete from whs.host_cancels");
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
        WarehouseOffice office = new EastOffice(desk);
        office.takeOver("W-1", "SO-1", REQUEST);

        // When
        query("select count(pg_terminate_backend(pid)) from pg_stat_activity where pid <> pg_backend_pid()");
        office.release("W-1");

        // Then
        assertThat(query("select status from orders where id = 'W-1'")).isEqualTo("RELEASED");
    }

    @Test
    void shouldChangeNothingWhenATransactionIsRepeated() throws SQLException {
        // Given
        WarehouseOffice office = new EastOffice(desk);
        office.takeOver("W-1", "SO-1", REQUEST);
        office.allocate("W-1", PLAN.goods(), false);

        // When
        office.takeOver("W-1", "SO-1", REQUEST);

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
            load(connection, "000000000001", 50, "2 hours");
            load(connection, "000000000002", 40, "2 hours");
            load(connection, "000000000003", 50, "1 minute");
        });

        // When
        try (Housekeeping housekeeping = new Housekeeping(desks, Duration.ofHours(1), said::add)) {
            housekeeping.sweep();
        }

        // Then
        assertThat(query("select string_agg(id, ' ' order by id) from shipments"))
                .isEqualTo("S-new S-open");
        assertThat(query("select string_agg(load_no, ' ' order by load_no) from whs.loads"))
                .isEqualTo("000000000002 000000000003");
        assertThat(said).isEmpty();
    }

    @Test
    void shouldNotTakeCancelledUnitsForAllocatedOnesInTheWest() throws SQLException {
        // Given: ten ordered, four of them cancelled afterwards, one never in stock
        Line line = line(10, "10", "4", "1");
        WestOffice office = new WestOffice(desk);
        office.takeOver("000000000007", "SO-1042", request(line));
        office.allocate("000000000007", List.of(line), false);

        // When
        office.cancel("000000000007", List.of(line));

        // Then
        assertThat(query(
                        "select concat_ws(' ', host_line, qty_req, qty_cxl, rem_alloc, qty_short) from whs.pick_lines"))
                .isEqualTo("000010 6.000 4.000 1.000 1.000");
        assertThat(query("select concat_ws(' ', host_ref, stat) from whs.pick_tickets"))
                .isEqualTo("000000001042 30");
    }

    @Test
    void shouldHavePickedTheFirstLineOnlyWhenPickingStartsInTheWest() throws SQLException {
        // Given
        WestFloor floor = new WestFloor(desk);
        floor.plan("000000000008", "UPS", List.of(part("SO-1042", 10, "5"), part("SO-1050", 20, "3")));

        // When
        floor.startPicking("000000000008");

        // Then
        assertThat(
                        query(
                                "select string_agg(concat_ws(' ', host_ref, host_line, rem_pick), '; ' order by seq) from whs.load_lines"))
                .isEqualTo("000000001042 000010 0.000; 000000001050 000020 3.000");
        assertThat(query("select concat_ws(' ', coalesce(host_ref, 'none'), stat, carrier_cd) from whs.loads"))
                .isEqualTo("none 20 UPSN");
    }

    @Test
    void shouldNameTheSecondOrderOfALoadOnlyWhenItsNumberIsTypedIn() throws SQLException {
        // Given
        WestFloor floor = new WestFloor(desk);
        String numbers = "select string_agg(coalesce(host_ref, '?'), ' ' order by seq) from whs.load_lines";
        floor.plan("000000000009", "DHL", List.of(part("SO-1042", 10, "5"), part(null, 20, "3")));
        String before = query(numbers);

        // When
        floor.typeInNumbers("000000000009", List.of(part("SO-1042", 10, "5"), part("SO-1050", 20, "3")));

        // Then
        assertThat(before).isEqualTo("000000001042 ?");
        assertThat(query(numbers)).isEqualTo("000000001042 000000001050");
        assertThat(query("select coalesce(host_ref, 'none') from whs.loads")).isEqualTo("none");
    }

    @Test
    void shouldTakeOverWhatTheInboundRowSays() {
        // Given
        Plan plan = aPlan(line(10, "10", "0", "0"));
        try (HandOver told = HandOver.at(desks, HandOver.Way.TOLD, Duration.ofSeconds(20))) {
            desk.transaction("Telling", connection -> Desk.run(connection, """
                    insert into inbound_orders (idempotency_key, erp_order_no, lines)
                    values ('k-1', 'SO-7', '[{"line":10,"sku":"SKU-1","unit":"EA","quantity":"10.000"}]')"""));

            // When
            Request request = told.order(Site.EAST, "SO-7", plan);

            // Then
            assertThat(request.wanted())
                    .containsExactly(new Request.Wanted(10, "SKU-1", "EA", new BigDecimal("10.000")));
        }
    }

    @Test
    void shouldSayBothWhenTheWarehouseIsToldSomethingElse() {
        // Given
        Plan plan = aPlan(line(10, "10", "0", "0"));
        try (HandOver told = HandOver.at(desks, HandOver.Way.TOLD, Duration.ofSeconds(20))) {
            desk.transaction("Telling", connection -> Desk.run(connection, """
                    insert into inbound_orders (idempotency_key, erp_order_no, lines)
                    values ('k-2', 'SO-8', '[{"line":10,"sku":"SKU-1","unit":"EA","quantity":9}]')"""));

            // When, Then
            assertThatThrownBy(() -> told.order(Site.EAST, "SO-8", plan))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Warehouse EAST was told")
                    .hasMessageContaining("quantity=9]")
                    .hasMessageContaining("quantity=10]");
        }
    }

    @Test
    void shouldEndTheLifeWhenNobodyTellsTheWarehouseInTime() {
        // Given
        Line cancelled = line(10, "10", "4", "0");
        try (HandOver told = HandOver.at(desks, HandOver.Way.TOLD, Duration.ofMillis(600))) {
            desk.transaction("Telling of fewer", connection -> Desk.run(connection, """
                    insert into whs.host_cancels (idempotency_key, host_order_no, items)
                    values ('k-3', 'SO-9', '[{"hostLine":10,"qty":3}]')"""));

            // When, Then
            assertThatThrownBy(() -> told.cancelled(Site.WEST, "SO-9", List.of(cancelled)))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("whs.host_cancels did not say within 0 s: the cancelled units of")
                    .hasMessageContaining("k-3");
        }
    }

    private static Plan aPlan(Line line) {
        Plan drawn = Planner.plan(1, 0);
        return new Plan(
                drawn.scenario(),
                drawn.customer(),
                false,
                false,
                false,
                false,
                Plan.Moment.AT_ONCE,
                List.of(line),
                List.of(),
                null);
    }

    private static Line line(int number, String ordered, String cancelled, String backordered) {
        return new Line(
                1,
                number,
                Site.EAST,
                "SKU-1",
                "EA",
                "ITEM",
                new BigDecimal(ordered),
                new BigDecimal(cancelled),
                new BigDecimal(backordered),
                BigDecimal.ONE);
    }

    private static Request request(Line line) {
        return new Request("C-1", List.of(new Request.Wanted(line.erpLine(), line.sku(), line.unit(), line.ordered())));
    }

    private static Part part(@Nullable String salesOrder, int line, String quantity) {
        return new Part(salesOrder, List.of(new Portion(line(line, "10", "0", "0"), new BigDecimal(quantity))));
    }

    private static void load(Connection connection, String number, int status, String age) throws SQLException {
        Desk.run(
                connection,
                "insert into whs.loads (load_no, site, stat, mod_ts) values (?, 'WEST', ?, " + WestNumbers.NOW
                        + " - cast(? as interval))",
                number,
                status,
                age);
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
