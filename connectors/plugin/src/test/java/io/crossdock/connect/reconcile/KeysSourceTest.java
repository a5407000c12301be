package io.crossdock.connect.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.connect.home.HomeKey;
import io.crossdock.connect.jdbc.Dialect;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.source.SourceRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to a source, and what is said of its rows. */
class KeysSourceTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String HOMES = "orders=order(id),order-lines=order(order_id)";
    private static final KeyEntity ORDERS = new KeyEntity("orders", "public.orders", List.of("id"), "updated_at");
    private static final KeyEntity LINES =
            new KeyEntity("order-lines", "erp.order_lines", List.of("order_id", "line_no"), null);

    @Test
    void shouldReadATableFromItsBeginning() {
        assertThat(walk(Dialect.POSTGRESQL, ORDERS).sql(false))
                .isEqualTo(
                        "select \"id\", \"updated_at\", extract(epoch from clock_timestamp()) from \"public\".\"orders\""
                                + " order by \"id\" limit 500");
    }

    @Test
    void shouldGoOnBehindTheLastKeyByTheIndexOfThePrimaryKey() {
        assertThat(walk(Dialect.MARIADB, LINES).sql(true))
                .isEqualTo("select `order_id`, `line_no`, unix_timestamp(sysdate(6)) from `erp`.`order_lines`"
                        + " where `order_id` >= ? and (`order_id` > ? or (`order_id` = ? and `line_no` > ?))"
                        + " order by `order_id`, `line_no` limit 500");
        assertThat(walk(Dialect.POSTGRESQL, ORDERS).sql(true)).contains(" where \"id\" > ? order by ");
    }

    @Test
    void shouldKeyARowAsItsRawRecordsAreKeyed() {
        // Given
        SourceRecord raw = new SourceRecord(
                Map.of(),
                Map.of(),
                "wms-east.public.order_lines",
                null,
                Map.of("order_id", "W-1", "line_no", 2),
                null,
                Map.of("op", "c", "source", Map.of("table", "order_lines")));
        try (HomeKey<SourceRecord> homeKey = new HomeKey<>()) {
            homeKey.configure(Map.of("connection", "wms-east", "entities", HOMES));

            // When
            SourceRecord key = records(4)
                    .rows(LINES, 7, List.of(new KeyRow(List.of("W-1", "2"), null, NOON)))
                    .getFirst();

            // Then
            assertThat(key.key()).isEqualTo(homeKey.apply(raw).key()).isEqualTo("wms-east:order:W-1");
            assertThat(key.kafkaPartition()).isNull();
            assertThat(key.topic()).isEqualTo("source.keys");
            assertThat(key.value())
                    .isEqualTo(Map.of(
                            "kind", "row",
                            "connection", "wms-east",
                            "entity", "order-lines",
                            "round", 7L,
                            "key", "W-1|2",
                            "readAt", "2026-11-20T12:00:00Z"));
        }
    }

    @Test
    void shouldTellEveryPartitionWhereATableBeginsAndEnds() {
        assertThat(records(3).ended(ORDERS, 7, NOON, 40))
                .extracting(SourceRecord::kafkaPartition)
                .containsExactly(0, 1, 2);
        assertThat(records(3).began(ORDERS, 7, NOON)).hasSize(3);
        assertThat(records(3).pulse(null, 0, 0, null)).hasSize(3);
    }

    @Test
    void shouldNotRoundTheClockOfTheSourceDown() {
        assertThat(TableWalk.instant(new BigDecimal("1795176000.123456"))).isEqualTo(NOON.plusNanos(123_456_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders; drop table orders", "public.orders\"", "a.b.c", ""})
    void shouldRefuseATableThatIsNoName(String table) {
        assertThatThrownBy(() -> new KeyEntity("orders", table, List.of("id"), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("table must match");
    }

    @Test
    void shouldRefuseAnEntityWithoutAHomeInItsKey() {
        assertThatThrownBy(() ->
                        config(Map.of("homes", "orders=order(erp_order_no)")).check())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("columns of its key [id]");
    }

    @Test
    void shouldRefusePausesShorterThanASecond() {
        assertThatThrownBy(() -> config(Map.of("reconcile.every", "PT0S")).rounds())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("reconcile.every");
    }

    @Test
    void shouldTellEverybodyHowTheSlotStands() {
        // When
        SourceRecord limited =
                records(4).slot("source.heartbeats", new Slot("crossdock_wms_east", "EXTENDED", 700, 300L, NOON));
        SourceRecord lost = records(4).slot("source.heartbeats", new Slot("crossdock_wms_east", "LOST", 0, null, NOON));

        // Then: as heartbeats go, to whoever reads them
        assertThat(limited.topic()).isEqualTo("source.heartbeats");
        assertThat(limited.key()).isEqualTo("wms-east");
        assertThat(limited.kafkaPartition()).isNull();
        assertThat(limited.value())
                .isEqualTo(Map.of(
                        "connection", "wms-east",
                        "kind", "log",
                        "name", "crossdock_wms_east",
                        "state", "EXTENDED",
                        "kept", 700L,
                        "left", 300L,
                        "seenAt", "2026-11-20T12:00:00Z"));
        assertThat(lost.value()).asInstanceOf(InstanceOfAssertFactories.MAP).doesNotContainKey("left");
    }

    @Test
    void shouldLookAtNoSlotWhereNoneIsNamed() {
        assertThat(new SlotWatch(config(Map.of()), records(4), 0).waitNanos(1)).isPositive();
        assertThat(new SlotWatch(config(Map.of("slot.name", "crossdock_wms_east")), records(4), 0).waitNanos(1))
                .isNegative();
    }

    @Test
    void shouldRefuseASlotWhereTheDatabaseHasNone() {
        assertThatThrownBy(
                        () -> config(Map.of("slot.name", "crossdock_erp", "jdbc.url", "jdbc:mariadb://127.0.0.1/erp"))
                                .check())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("only PostgreSQL has replication slots");
    }

    private static TableWalk walk(Dialect dialect, KeyEntity entity) {
        return new TableWalk(dialect, entity, ZoneOffset.UTC, 500);
    }

    private static KeyRecords records(int partitions) {
        return new KeyRecords(
                config(Map.of("partitions", String.valueOf(partitions))).rounds());
    }

    private static KeysSourceConfig config(Map<String, String> more) {
        Map<String, String> options = new HashMap<>(Map.of(
                "connection", "wms-east",
                "jdbc.url", "jdbc:postgresql://127.0.0.1/wms",
                "jdbc.user", "crossdock",
                "jdbc.password", "${file:/secrets:wms}",
                "entities", "[{\"entity\":\"orders\",\"table\":\"public.orders\",\"key\":[\"id\"]}]",
                "homes", HOMES,
                "partitions", "4"));
        options.putAll(more);
        return new KeysSourceConfig(options);
    }
}
