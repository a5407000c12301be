package io.crossdock.connect.sink;

import static io.crossdock.connect.sink.SinkBench.message;
import static io.crossdock.connect.sink.SinkBench.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.connect.http.FakeTarget;
import io.crossdock.connect.http.FakeTarget.Reply;
import io.crossdock.contract.AttemptKind;
import io.crossdock.contract.AttemptOutcome;
import io.crossdock.contract.LedgerEntry;
import io.crossdock.contract.OrderVersion;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every attempt is in the ledger, numbered without a gap, and no message is finished before its entries are. */
class LedgerTest {

    private static final String PATH = "/services/data/v62.0/sobjects/Order/801A";

    private final FakeRecords records = new FakeRecords();
    private final FakeTarget target = new FakeTarget(records);

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void shouldSayWhatAnAttemptWasAboutAndWhatCameOfIt() throws Exception {
        try (SinkBench sink = new SinkBench(target, true, Map.of("ledger.topic", "out.attempts"))) {
            // Given
            long before = System.currentTimeMillis();
            // When
            sink.put(message("801A", 3));
            sink.receipts(1);
            // Then
            ProducerRecord<String, SpecificRecord> record =
                    sink.producer.history().getFirst();
            assertThat(record.topic()).isEqualTo("out.attempts");
            assertThat(record.key()).isEqualTo("801A");
            assertThat(record.headers().lastHeader("traceparent").value())
                    .asString(StandardCharsets.UTF_8)
                    .startsWith("00-0af7651916cd43dd8448eb211c80319c");
            LedgerEntry entry = (LedgerEntry) record.value();
            assertThat(entry.getTarget()).isEqualTo("crm");
            assertThat(entry.getTargetKey()).isEqualTo("801A");
            assertThat(entry.getEffect()).isNull();
            assertThat(entry.getSender()).isEqualTo("crm:order:801A");
            assertThat(entry.getOrderId()).isEqualTo("ord_1");
            assertThat(entry.getVersion()).isEqualTo(new OrderVersion(1L, 3L));
            assertThat(entry.getContentHash()).isEqualTo("hash-3");
            assertThat(entry.getIdempotencyKey()).isEqualTo("crm/801A/1.3");
            assertThat(entry.getAttempt()).isEqualTo(1);
            assertThat(entry.getHow()).isEqualTo(AttemptKind.SENT);
            assertThat(entry.getOutcome()).isEqualTo(AttemptOutcome.APPLIED);
            assertThat(entry.getUncertain()).isFalse();
            assertThat(entry.getStartedAt().toEpochMilli()).isBetween(before, System.currentTimeMillis());
            assertThat(entry.getTookMs()).isNotNegative();
            assertThat(entry.getTraceparent()).startsWith("00-0af7651916cd43dd8448eb211c80319c");
        }
    }

    @Test
    void shouldNumberTheAttemptsOfAMessageWithoutAGap() throws Exception {
        // Given
        AtomicInteger writes = new AtomicInteger();
        target.behave(call -> switch (call.method().equals("PATCH") ? writes.incrementAndGet() : 0) {
            case 1 -> Reply.error(429, "TOO_MANY");
            case 2 -> Reply.error(503, "SERVER_UNAVAILABLE");
            default -> records.apply(call);
        });
        try (SinkBench sink = bench()) {
            // When
            sink.put(message("801A", 3));
            int attempts = sink.receipts(1).getFirst().getAttempts();
            // Then
            assertThat(sink.ledger()).extracting(LedgerEntry::getAttempt).containsExactly(1, 2, 3);
            assertThat(sink.ledger())
                    .extracting(LedgerEntry::getOutcome)
                    .containsExactly(AttemptOutcome.AGAIN, AttemptOutcome.AGAIN, AttemptOutcome.APPLIED);
            assertThat(sink.ledger()).extracting(LedgerEntry::getUncertain).containsExactly(false, true, false);
            assertThat(sink.ledger().get(1).getDetail()).contains("503");
            assertThat(attempts).isEqualTo(3);
        }
    }

    @Test
    void shouldTellWhatWasOnlyReadFromWhatWasSent() throws Exception {
        // Given
        records.versions.put(PATH, "1.3");
        try (SinkBench sink = bench()) {
            // When
            sink.putAgain(message("801A", 3));
            sink.put(message("801A", 2));
            sink.put(message("801A", 4));
            sink.receipts(3);
            // Then
            assertThat(sink.ledger())
                    .extracting(LedgerEntry::getHow)
                    .containsExactly(AttemptKind.READ_BACK, AttemptKind.REMEMBERED, AttemptKind.SENT);
            assertThat(sink.ledger())
                    .extracting(LedgerEntry::getOutcome)
                    .containsExactly(AttemptOutcome.APPLIED, AttemptOutcome.FENCED, AttemptOutcome.APPLIED);
        }
    }

    @Test
    void shouldNotFinishAMessageBeforeTheBrokerHasItsEntries() throws Exception {
        try (SinkBench sink = new SinkBench(target, false, Map.of())) {
            // Given
            sink.put(message("801A", 1));
            sink.receipts(1);
            // When // Then
            assertThat(sink.producer.history()).hasSize(2);
            sink.producer.completeNext();
            assertThat(sink.committable()).isZero();
            sink.producer.completeNext();
            assertThat(sink.committable()).isEqualTo(1);
        }
    }

    @Test
    void shouldWriteDownAnAttemptThatWasGivenUpBecauseThePartitionIsTaken() throws Exception {
        // Given
        target.behave(call -> records.apply(call).after(30_000));
        SinkBench sink = new SinkBench(target, true, Map.of("request.timeout.ms", "60000"));
        sink.put(message("801A", 1));
        until(() -> !target.calls().isEmpty());
        // When
        sink.close();
        // Then
        assertThat(sink.ledger()).singleElement().satisfies(entry -> {
            assertThat(entry.getOutcome()).isEqualTo(AttemptOutcome.AGAIN);
            assertThat(entry.getUncertain()).isTrue();
        });
        assertThat(sink.receipts(0)).isEmpty();
    }

    private SinkBench bench() {
        return new SinkBench(target, true, Map.of());
    }
}
