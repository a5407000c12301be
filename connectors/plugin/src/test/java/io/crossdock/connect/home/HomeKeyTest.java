package io.crossdock.connect.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.connect.Heartbeat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A raw record lands in its entity's topic, keyed by the thing its row speaks of. */
class HomeKeyTest {

    private static final Schema SOURCE = SchemaBuilder.struct()
            .field("table", Schema.STRING_SCHEMA)
            .field("lsn", Schema.INT64_SCHEMA)
            .build();
    private static final Schema ROW = SchemaBuilder.struct()
            .optional()
            .field("order_id", Schema.OPTIONAL_STRING_SCHEMA)
            .field("line_no", Schema.OPTIONAL_INT32_SCHEMA)
            .build();
    private static final Schema KEY = SchemaBuilder.struct()
            .field("order_id", Schema.STRING_SCHEMA)
            .field("line_no", Schema.INT32_SCHEMA)
            .build();
    private static final Schema ENVELOPE = SchemaBuilder.struct()
            .field("before", ROW)
            .field("after", ROW)
            .field("source", SOURCE)
            .field("op", Schema.STRING_SCHEMA)
            .build();

    private final HomeKey<SourceRecord> homeKey =
            transformation("orders=order(id),order-lines=order(order_id),shipments=shipment(id)");

    @Test
    void shouldKeyACreateByItsKeyStruct() {
        // Given
        SourceRecord created = debezium("order_lines", key("W-1", 2), envelope("c", null, row(null, 2)));
        // When
        SourceRecord raw = homeKey.apply(created);
        // Then
        assertThat(raw.topic()).isEqualTo("raw.wms-east.order-lines");
        assertThat(raw.key()).isEqualTo("wms-east:order:W-1");
        assertThat(raw.keySchema()).isEqualTo(Schema.STRING_SCHEMA);
        assertThat(raw.kafkaPartition()).isNull();
        assertThat(raw.value()).isSameAs(created.value());
    }

    @Test
    void shouldBeginATraceUnlessTheRecordBringsOne() {
        // Given
        SourceRecord created = debezium("order_lines", key("W-1", 2), envelope("c", null, row(null, 2)));
        SourceRecord traced = debezium("order_lines", key("W-1", 2), envelope("c", null, row(null, 2)));
        String theirs = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        traced.headers().addString("traceparent", theirs);

        // When // Then
        assertThat(String.valueOf(homeKey.apply(created)
                        .headers()
                        .lastWithName("traceparent")
                        .value()))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(homeKey.apply(traced).headers().lastWithName("traceparent").value())
                .isEqualTo(theirs);
    }

    @Test
    void shouldTakeTheRowAfterWhenTheKeyDoesNotHoldTheColumn() {
        // Given
        SourceRecord updated = debezium("order_lines", null, envelope("u", row("W-0", 2), row("W-1", 2)));
        // When // Then
        assertThat(homeKey.apply(updated).key()).isEqualTo("wms-east:order:W-1");
    }

    @Test
    void shouldTakeTheRowBeforeWhenTheRowIsDeleted() {
        // Given
        SourceRecord deleted = debezium("order_lines", null, envelope("d", row("W-1", 2), null));
        // When // Then
        assertThat(homeKey.apply(deleted).key()).isEqualTo("wms-east:order:W-1");
    }

    @Test
    void shouldKeyATombstoneByItsKeyAndTopic() {
        // Given
        SourceRecord tombstone = debezium("order_lines", key("W-1", 2), null);
        // When
        SourceRecord raw = homeKey.apply(tombstone);
        // Then
        assertThat(raw.topic()).isEqualTo("raw.wms-east.order-lines");
        assertThat(raw.key()).isEqualTo("wms-east:order:W-1");
        assertThat(raw.value()).isNull();
    }

    @Test
    void shouldLeaveATruncateWithoutKey() {
        // Given
        SourceRecord truncate = debezium("order_lines", null, envelope("t", null, null));
        // When
        SourceRecord raw = homeKey.apply(truncate);
        // Then
        assertThat(raw.topic()).isEqualTo("raw.wms-east.order-lines");
        assertThat(raw.key()).isNull();
        assertThat(homeKey.recordsWithoutHome()).isZero();
    }

    @Test
    void shouldDropTheConnectorsOwnHeartbeatBecauseItGoesByTheWorkersClock() {
        // Given
        SourceRecord heartbeat =
                record("__debezium-heartbeat.wms-east", Map.of("serverName", "wms-east"), Map.of("ts_ms", 1L));
        // When // Then
        assertThat(homeKey.apply(heartbeat)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c", "u"})
    void shouldMakeAHeartbeatOfTheRowThatTheConnectorKeepsAtTheSource(String op) {
        // Given
        SourceRecord row = heartbeatRow(op, "wms-east", "false", 1_795_176_005_250L);
        // When
        SourceRecord sent = homeKey.apply(row);
        // Then: a second less than the commit, because two commits at once may stand in the log either way round
        assertThat(sent.topic()).isEqualTo("source.heartbeats");
        assertThat(sent.key()).isEqualTo("wms-east");
        assertThat(sent.value())
                .isEqualTo(
                        Map.of("connection", "wms-east", "at", "2026-11-20T12:00:04.250Z", "kind", "cdc", "epoch", 0L));
        assertThat(sent.sourceOffset()).as("the log is read up to here").isEqualTo(row.sourceOffset());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "first", "first_in_data_collection", "last", "incremental"})
    void shouldGiveNoHeartbeatWhileASnapshotIsUnderWay(String snapshot) {
        // Given: the row that an earlier life of the connector left, found before the tables behind it are read
        SourceRecord found = heartbeatRow("r", "wms-east", snapshot, 1_795_176_005_250L);
        SourceRecord changed = heartbeatRow("u", "wms-east", snapshot, 1_795_176_005_250L);
        // When // Then
        assertThat(homeKey.apply(found)).isNull();
        assertThat(homeKey.apply(changed)).isNull();
    }

    @Test
    void shouldGiveNoHeartbeatForWhatProvesNothing() {
        assertThat(homeKey.apply(heartbeatRow("r", "wms-east", "false", 1L))).isNull();
        assertThat(homeKey.apply(heartbeatRow("d", "wms-east", "false", 1L))).isNull();
        assertThat(homeKey.apply(heartbeatRow("u", "wms-north", "false", 1L)))
                .as("another connection's row in a shared table")
                .isNull();
    }

    @Test
    void shouldWriteTheEpochIntoHeartbeatsAndPassThoseOfAPoll() {
        // Given
        HomeKey<SourceRecord> later = new HomeKey<>();
        later.configure(Map.of(
                "connection",
                "wms-east",
                "entities",
                "orders=order(id)",
                "epoch",
                "3",
                "heartbeat.margin.ms",
                "0",
                "unknown",
                "drop"));
        SourceRecord polled = new Heartbeat("crm", Instant.EPOCH, Heartbeat.CURSOR, 1).record("source.heartbeats");
        // When // Then
        assertThat(later.apply(heartbeatRow("u", "wms-east", "false", 0L)).value())
                .isEqualTo(Map.of("connection", "wms-east", "at", "1970-01-01T00:00:00Z", "kind", "cdc", "epoch", 3L));
        assertThat(later.apply(polled)).isSameAs(polled);
    }

    @Test
    void shouldLetTheRecordGoOnAndCountItWhenTheHomeColumnIsMissing() {
        // Given
        SourceRecord bare = debezium("order_lines", null, envelope("c", null, row(null, 2)));
        // When
        SourceRecord raw = homeKey.apply(bare);
        homeKey.apply(bare);
        // Then
        assertThat(raw.topic()).isEqualTo("raw.wms-east.order-lines");
        assertThat(raw.key()).isNull();
        assertThat(homeKey.recordsWithoutHome()).isEqualTo(2);
    }

    @Test
    void shouldPassUnknownTablesUnchanged() {
        // Given
        SourceRecord signal = debezium("debezium_signal", null, envelope("c", null, row("x", 1)));
        // When // Then
        assertThat(homeKey.apply(signal)).isSameAs(signal);
    }

    @Test
    void shouldDropUnknownTablesWhenToldTo() {
        // Given
        HomeKey<SourceRecord> dropping = new HomeKey<>();
        dropping.configure(Map.of("connection", "wms-east", "entities", "orders=order(id)", "unknown", "drop"));
        // When // Then
        assertThat(dropping.apply(record("wms-east.public.notes", Map.of("id", "1"), Map.of())))
                .isNull();
    }

    @Test
    void shouldReadSchemalessValuesAndTheTopicOfTheRestSource() {
        // Given
        HomeKey<SourceRecord> crm = transformation("crm", "orders=order(Id)!salesforce");
        Map<String, Object> row = Map.of("op", "r", "entity", "Order", "after", Map.of("Id", "8015g00000AbCdE"));
        // When
        SourceRecord raw = crm.apply(record("raw.crm.orders", "8015g00000AbCdE", row));
        // Then
        assertThat(raw.topic()).isEqualTo("raw.crm.orders");
        assertThat(raw.key()).isEqualTo("crm:order:8015g00000AbCdEAAV");
    }

    @Test
    void shouldJoinSeveralColumns() {
        // Given
        HomeKey<SourceRecord> erp = transformation("erp", "lines=line(order_no, line_no)");
        // When // Then
        assertThat(erp.apply(record("erp.erp.lines", Map.of("order_no", "SO-1", "line_no", 10), Map.of()))
                        .key())
                .isEqualTo("erp:line:SO-1|10");
    }

    @ParameterizedTest
    @CsvSource({"100000000000.00, 100000000000.00", "0.000000001, 0.000000001", "1E+3, 1000"})
    void shouldWriteDecimalIdentifiersWithoutExponent(BigDecimal id, String text) {
        // Given
        Schema key =
                SchemaBuilder.struct().field("id", Decimal.schema(id.scale())).build();
        SourceRecord numeric = new SourceRecord(
                Map.of(), Map.of(), "wms.public.orders", null, key, new Struct(key).put("id", id), null, null);
        // When // Then
        assertThat(homeKey.apply(numeric).key()).isEqualTo("wms-east:order:" + text);
    }

    @Test
    void shouldWorkBesideATaskThatHasNotEndedYet() {
        // Given: Connect gave up waiting for the task before, whose metric is still there
        try (Metrics all = new Metrics()) {
            PluginMetrics metrics = new PluginMetricsImpl(all, Map.of("connector", "wms-east-source", "task", "0"));
            homeKey.withPluginMetrics(metrics);
            HomeKey<SourceRecord> next = transformation("orders=order(id),order-lines=order(order_id)");

            // When
            next.withPluginMetrics(metrics);

            // Then
            assertThat(next.apply(debezium("order_lines", key("W-1", 2), envelope("c", null, row(null, 2))))
                            .key())
                    .isEqualTo("wms-east:order:W-1");
        }
    }

    @Test
    void shouldWriteFloatingAndWholeIdentifiersAsJsonShowsThem() {
        assertThat(homeKey.apply(record("w.public.orders", Map.of("id", 1.0E8), Map.of()))
                        .key())
                .isEqualTo("wms-east:order:100000000");
        assertThat(homeKey.apply(record("w.public.orders", Map.of("id", 9_007_199_254_740_993L), Map.of()))
                        .key())
                .isEqualTo("wms-east:order:9007199254740993");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orders", "orders=order", "orders=order()", "orders=order(id);x=y(z)", "a=b(c),a=b(d)"})
    void shouldRefuseEntitiesItCannotRead(String entities) {
        assertThatThrownBy(() -> transformation(entities))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("entities");
    }

    private static HomeKey<SourceRecord> transformation(String entities) {
        return transformation("wms-east", entities);
    }

    private static HomeKey<SourceRecord> transformation(String connection, String entities) {
        HomeKey<SourceRecord> transformation = new HomeKey<>();
        transformation.configure(Map.of("connection", connection, "entities", entities));
        return transformation;
    }

    private static SourceRecord debezium(String table, @Nullable Struct key, @Nullable Struct value) {
        return new SourceRecord(
                Map.of(),
                Map.of(),
                "wms-east.public." + table,
                null,
                key == null ? null : KEY,
                key,
                value == null ? null : ENVELOPE,
                value == null
                        ? null
                        : value.put(
                                "source", new Struct(SOURCE).put("table", table).put("lsn", 1L)));
    }

    private static SourceRecord record(String topic, Object key, Map<String, ?> value) {
        return new SourceRecord(Map.of(), Map.of(), topic, null, null, key, null, new HashMap<>(value));
    }

    private static SourceRecord heartbeatRow(String op, String connection, String snapshot, long committed) {
        Map<String, Object> source =
                Map.of("table", "crossdock_heartbeat", "snapshot", snapshot, "ts_ms", committed, "lsn", 7L);
        return new SourceRecord(
                Map.of("server", connection),
                Map.of("lsn", 7L),
                "wms-east.crossdock.crossdock_heartbeat",
                null,
                null,
                Map.of("connection", connection),
                null,
                Map.of(
                        "op",
                        op,
                        "source",
                        source,
                        "after",
                        Map.of("connection", connection, "at", "2026-11-20T12:00:00Z")));
    }

    private static Struct key(String orderId, int line) {
        return new Struct(KEY).put("order_id", orderId).put("line_no", line);
    }

    private static Struct row(@Nullable String orderId, int line) {
        return new Struct(ROW).put("order_id", orderId).put("line_no", line);
    }

    private static Struct envelope(String op, @Nullable Struct before, @Nullable Struct after) {
        return new Struct(ENVELOPE).put("op", op).put("before", before).put("after", after);
    }
}
