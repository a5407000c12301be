package io.crossdock.connect.sink;

import static io.crossdock.connect.sink.SinkBench.effect;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.connect.http.FakeTarget;
import io.crossdock.connect.http.FakeTarget.Call;
import io.crossdock.connect.http.FakeTarget.Reply;
import io.crossdock.contract.AttemptKind;
import io.crossdock.contract.LedgerEntry;
import io.crossdock.contract.Receipt;
import io.crossdock.contract.ReceiptOutcome;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is to be done once is done once, under its key. */
class EffectTest {

    private static final String KEY = "crm|customer-notification|wms-east:shipment:S-77|shipped";
    private static final String UPSERT = FakeRecords.OBJECTS + "notifications/crossdock_key__c/" + KEY;
    private static final String PUT = "/api/notifications/" + KEY;
    private static final Map<String, String> PLAIN = Map.of("shape", "plain", "api.path", "/api");

    private final FakeRecords records = new FakeRecords();
    private final FakeTarget target = new FakeTarget(records);

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void shouldUpsertByTheKeyWhereRecordsHaveAnExternalId() throws Exception {
        try (SinkBench sink = new SinkBench(target, true, Map.of())) {
            // Given // When
            sink.put(notification());
            Receipt receipt = sink.receipts(1).getFirst();
            // Then
            Call call = target.calls().getFirst();
            assertThat(call.method()).isEqualTo("PATCH");
            assertThat(call.path()).isEqualTo(UPSERT);
            assertThat(call.body()).isEqualTo("{\"order\":\"SO-1\",\"amount\":10.50}");
            assertThat(call.headers()).containsEntry("idempotency-key", KEY);
            assertThat(receipt.getOutcome()).isEqualTo(ReceiptOutcome.APPLIED);
            assertThat(receipt.getEffect()).isEqualTo("customer-notification");
            assertThat(sink.ledger().getFirst().getEffect()).isEqualTo("customer-notification");
        }
    }

    @Test
    void shouldPutToAPlainReceiverWithoutAToken() throws Exception {
        try (SinkBench sink = plain()) {
            // Given // When
            sink.put(notification());
            sink.receipts(1);
            // Then
            Call call = target.calls().getFirst();
            assertThat(call.method()).isEqualTo("PUT");
            assertThat(call.path()).isEqualTo(PUT);
            assertThat(call.body()).isEqualTo("{\"order\":\"SO-1\",\"amount\":10.50}");
            assertThat(call.headers()).containsEntry("idempotency-key", KEY).doesNotContainKey("authorization");
            assertThat(target.requests()).isEqualTo(1);
        }
    }

    @Test
    void shouldEncodeTheKeyAsOneSegmentOfThePath() throws Exception {
        try (SinkBench sink = plain()) {
            // Given
            Map<String, Object> message = notification();
            message.put("idempotencyKey", "notify|a/b?c d%");
            // When
            sink.put(message);
            sink.receipts(1);
            // Then
            assertThat(target.calls().getFirst().path()).isEqualTo("/api/notifications/notify|a/b?c d%");
            assertThat(target.rawPaths()).containsExactly("/api/notifications/notify%7Ca%2Fb%3Fc%20d%25");
        }
    }

    @Test
    void shouldReadBackARedeliveredEffectInsteadOfDoingItTwice() throws Exception {
        // Given
        records.versions.put(PUT, "");
        try (SinkBench sink = plain()) {
            // When
            sink.putAgain(notification());
            Receipt receipt = sink.receipts(1).getFirst();
            // Then
            assertThat(receipt.getOutcome()).isEqualTo(ReceiptOutcome.APPLIED);
            assertThat(target.calls()).extracting(Call::method).containsExactly("GET");
            assertThat(sink.ledger()).extracting(LedgerEntry::getHow).containsExactly(AttemptKind.READ_BACK);
        }
    }

    @Test
    void shouldReadBackADoubtfulEffectByItsExternalId() throws Exception {
        // Given
        AtomicInteger writes = new AtomicInteger();
        target.behave(call -> call.method().equals("PATCH") && writes.getAndIncrement() == 0
                ? records.apply(call).after(5_000)
                : records.apply(call));
        try (SinkBench sink = new SinkBench(target, true, Map.of("request.timeout.ms", "150"))) {
            // When
            sink.put(notification());
            sink.receipts(1);
            // Then
            assertThat(records.writes).hasSize(1);
            assertThat(target.calls("GET").getFirst().path()).isEqualTo(UPSERT + "?fields=crossdock_key__c");
        }
    }

    @Test
    void shouldSendItAgainUnderTheSameKeyWhereItCannotBeRead() throws Exception {
        // Given
        target.behave(
                call -> call.method().equals("GET") ? Reply.error(405, "METHOD_NOT_ALLOWED") : records.apply(call));
        try (SinkBench sink = plain()) {
            // When
            sink.putAgain(notification());
            // Then
            assertThat(sink.receipts(1).getFirst().getOutcome()).isEqualTo(ReceiptOutcome.APPLIED);
            assertThat(target.calls("PUT").getFirst().path()).isEqualTo(PUT);
            assertThat(target.calls("PUT").getFirst().headers()).containsEntry("idempotency-key", KEY);
        }
    }

    @Test
    void shouldKeepAStateOfAPlainReceiverUnderTheKeyOfItsVersion() throws Exception {
        try (SinkBench sink = plain()) {
            // Given
            Map<String, Object> message = SinkBench.message("801A", 3);
            // When
            sink.put(message);
            sink.receipts(1);
            // Then
            assertThat(target.calls().getFirst().path()).isEqualTo("/api/Order/crm/801A/1.3");
            assertThat(target.calls().getFirst().body()).contains("\"crossdock_version__c\":\"1.3\"");
        }
    }

    private SinkBench plain() {
        return new SinkBench(target.openOptions(), true, PLAIN);
    }

    private static Map<String, Object> notification() {
        return effect("SO-1", "customer-notification");
    }
}
