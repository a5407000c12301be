package io.crossdock.local.database;

import static io.crossdock.local.database.TableSinkBench.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.contract.AttemptOutcome;
import io.crossdock.contract.LedgerEntry;
import io.crossdock.contract.Receipt;
import io.crossdock.contract.ReceiptOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sink to tables on the real databases: one row per message, whatever happens, with the right to insert and select alone. */
class TableSinkIT {

    private static final String ROWS = "select count(*) from inbound_orders";
    private static InboundDatabase postgres;
    private static InboundDatabase mariaDb;

    @BeforeAll
    static void start() throws Exception {
        postgres = InboundDatabase.postgres();
        mariaDb = InboundDatabase.mariaDb();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.stop();
        mariaDb.stop();
    }

    static Stream<InboundDatabase> databases() {
        return Stream.of(postgres, mariaDb);
    }

    @BeforeEach
    void empty() {
        databases().forEach(InboundDatabase::empty);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldInsertAPayloadsFieldsAsColumnsThatTheServerConverts(InboundDatabase database) throws Exception {
        try (TableSinkBench sink = new TableSinkBench(database, Map.of())) {
            // Given // When
            sink.put(message("wms|order|SO-1", """
                    {"order_no":"SO-1","quantity":12.50,"urgent":true,"ship_by":"2026-03-01 10:00:00",
                     "lines":[{"line":1,"quantity":2.50}]}
                    """));
            Receipt receipt = sink.receipts(1).getFirst();
            // Then
            assertThat(receipt.getOutcome()).as(receipt.getDetail()).isEqualTo(ReceiptOutcome.APPLIED);
            assertThat(receipt.getEffect()).isEqualTo("warehouse-order");
            assertThat(database.text("select idempotency_key from inbound_orders"))
                    .isEqualTo("wms|order|SO-1");
            assertThat(database.text("select version from inbound_orders")).isEqualTo("null");
            assertThat(database.text("select quantity from inbound_orders where urgent"))
                    .isEqualTo("12.50");
            assertThat(database.text("select ship_by from inbound_orders")).startsWith("2026-03-01 10:00:00");
            assertThat(database.lines()).contains("2.50");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldGiveAStateItsVersionAndFenceAnOlderOne(InboundDatabase database) throws Exception {
        try (TableSinkBench sink = new TableSinkBench(database, Map.of())) {
            // Given
            sink.put(state("SO-1", 3));
            // When
            sink.put(state("SO-1", 2));
            // Then
            assertThat(sink.receipts(2))
                    .extracting(Receipt::getOutcome)
                    .containsExactly(ReceiptOutcome.APPLIED, ReceiptOutcome.FENCED);
            assertThat(database.text("select version from inbound_orders")).isEqualTo("1.3");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldInsertOnceWhenAMessageIsRedelivered(InboundDatabase database) throws Exception {
        try (TableSinkBench sink = new TableSinkBench(database, Map.of());
                TableSinkBench next = new TableSinkBench(database, Map.of())) {
            // Given
            sink.put(message("wms|order|SO-1", "{\"order_no\":\"SO-1\"}"));
            sink.receipts(1);
            // When
            next.put(message("wms|order|SO-1", "{\"order_no\":\"SO-1\"}"));
            Receipt receipt = next.receipts(1).getFirst();
            // Then
            assertThat(receipt.getOutcome()).isEqualTo(ReceiptOutcome.APPLIED);
            assertThat(receipt.getDetail()).isEqualTo("the row was there already");
            assertThat(database.text(ROWS)).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldInsertOnceWhenTheSessionEndsInTheMiddleOfAStatement(InboundDatabase database) throws Exception {
        try (TableSinkBench sink = new TableSinkBench(database, Map.of());
                Connection blocker = database.admin().open();
                Statement statement = blocker.createStatement()) {
            // Given
            blocker.setAutoCommit(false);
            statement.execute("insert into inbound_orders (idempotency_key) values ('wms|order|SO-1')");
            sink.put(message("wms|order|SO-1", "{\"order_no\":\"SO-1\"}"));
            // When
            database.killSession();
            while (sink.ledger().isEmpty()) {
                Thread.sleep(5);
            }
            blocker.rollback();
            // Then
            assertThat(sink.receipts(1).getFirst().getOutcome()).isEqualTo(ReceiptOutcome.APPLIED);
            LedgerEntry first = sink.ledger().getFirst();
            assertThat(first.getOutcome()).isEqualTo(AttemptOutcome.AGAIN);
            assertThat(first.getUncertain()).as(first.getDetail()).isTrue();
            assertThat(database.text(ROWS)).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldRejectWhatTheTableRefusesAndSayWhy(InboundDatabase database) throws Exception {
        try (TableSinkBench sink = new TableSinkBench(database, Map.of())) {
            // Given
            sink.put(message("first", "{\"order_no\":\"SO-1\"}"));
            sink.receipts(1);
            // When
            sink.put(message("second", "{\"order_no\":\"SO-1\"}"));
            sink.receipts(2);
            sink.put(message("third", "{\"quantity\":\"many\"}"));
            List<Receipt> receipts = sink.receipts(3);
            // Then
            assertThat(receipts.subList(1, 3)).extracting(Receipt::getOutcome).containsOnly(ReceiptOutcome.REJECTED);
            assertThat(receipts.get(1).getDetail()).containsIgnoringCase("duplicate");
            assertThat(database.text(ROWS)).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldCallUnsupportedWhatTheTargetDoesNotHave(InboundDatabase database) throws Exception {
        try (TableSinkBench sink = new TableSinkBench(database, Map.of())) {
            // Given
            Map<String, Object> forbidden = message("1", "{}");
            forbidden.put("object", "pg_class");
            // When
            sink.put(forbidden);
            sink.put(message("2", "{\"colour\":\"red\"}"));
            // Then
            assertThat(sink.receipts(2))
                    .hasSize(2)
                    .extracting(Receipt::getOutcome)
                    .containsOnly(ReceiptOutcome.UNSUPPORTED);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldRejectWhatItHasNoRightTo(InboundDatabase database) throws Exception {
        try (TableSinkBench sink = new TableSinkBench(database, Map.of())) {
            // Given
            Map<String, Object> closed = message("1", "{}");
            closed.put("object", "closed");
            // When
            sink.put(closed);
            Receipt receipt = sink.receipts(1).getFirst();
            // Then
            assertThat(receipt.getOutcome()).isEqualTo(ReceiptOutcome.REJECTED);
            assertThat(receipt.getDetail()).containsIgnoringCase("denied");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldDoubleWhenKeysAreOff(InboundDatabase database) throws Exception {
        try (TableSinkBench sink =
                new TableSinkBench(database, Map.of("proof.switches", "allowed", "idempotency.keys", "off"))) {
            // Given // When
            sink.put(message("wms|order|SO-1", "{}"));
            sink.put(message("wms|order|SO-1", "{}"));
            sink.receipts(2);
            // Then
            assertThat(database.text(ROWS)).isEqualTo("2");
        }
    }

    @Test
    void shouldWaitForADatabaseThatIsAway() throws Exception {
        try (TableSinkBench sink = new TableSinkBench(
                mariaDb, Map.of("jdbc.url", "jdbc:mariadb://127.0.0.1:1/erp", "connect.timeout.ms", "250"))) {
            // Given // When
            sink.put(message("1", "{}"));
            while (sink.ledger().isEmpty()) {
                Thread.sleep(10);
            }
            // Then
            LedgerEntry entry = sink.ledger().getFirst();
            assertThat(entry.getOutcome()).isEqualTo(AttemptOutcome.AGAIN);
            assertThat(entry.getUncertain()).isFalse();
            assertThat(entry.getDetail()).doesNotContain(InboundDatabase.PASSWORD);
        }
    }

    /** Why the sink does not leave the question to MariaDB's own clause. */
    @Test
    void shouldNeedNoRightToChangeRowsWhichMariaDbsOwnClauseWould() throws Exception {
        try (Connection ours = mariaDb.ours().open();
                Statement statement = ours.createStatement()) {
            // Given // When // Then
            assertThatThrownBy(() -> statement.execute("insert into inbound_orders (idempotency_key) values ('1')"
                            + " on duplicate key update idempotency_key = idempotency_key"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
    }

    private static Map<String, Object> state(String order, long seq) {
        Map<String, Object> message = message("erp:" + order, "{\"order_no\":\"" + order + "-" + seq + "\"}");
        message.put("kind", "STATE");
        message.put("version", Map.of("epoch", 1L, "seq", seq));
        message.put("idempotencyKey", "erp|" + order + "|1." + seq);
        return message;
    }
}
