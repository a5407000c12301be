package io.crossdock.connect.sink;

import static io.crossdock.connect.sink.SinkBench.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.connect.http.FakeTarget;
import io.crossdock.connect.http.FakeTarget.Call;
import io.crossdock.connect.http.FakeTarget.Reply;
import io.crossdock.contract.OrderVersion;
import io.crossdock.contract.Receipt;
import io.crossdock.contract.ReceiptOutcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every message ends in one receipt; no record of the target ever goes back to an older version. */
class RestSinkTaskTest {

    private static final String PATH = "/services/data/v62.0/sobjects/Order/801A";

    private final FakeRecords records = new FakeRecords();
    private final FakeTarget target = new FakeTarget(records);

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void shouldWriteThePayloadWithItsFenceAndSayThatItIsApplied() throws Exception {
        try (SinkBench sink = bench()) {
            // Given // When
            sink.put(message("801A", 3));
            Receipt receipt = sink.receipts(1).getFirst();
            // Then
            Call call = target.calls("PATCH").getFirst();
            assertThat(target.calls()).hasSize(1);
            assertThat(call.path()).isEqualTo(PATH);
            assertThat(call.body())
                    .isEqualTo(
                            "{\"crossdock_status__c\":\"SHIPPED\",\"amount\":10.50,\"crossdock_version__c\":\"1.3\"}");
            assertThat(call.headers())
                    .containsEntry("idempotency-key", "crm/801A/1.3")
                    .containsKey("traceparent");
            assertThat(receipt.getOutcome()).isEqualTo(ReceiptOutcome.APPLIED);
            assertThat(receipt.getVersion()).isEqualTo(new OrderVersion(1L, 3L));
            assertThat(receipt.getAttempts()).isEqualTo(1);
            assertThat(sink.producer.history().getLast().key()).isEqualTo("crm:order:801A");
            assertThat(sink.producer.history().getLast().topic()).isEqualTo("out.receipts");
            assertThat(sink.committable()).isEqualTo(1);
        }
    }

    @Test
    void shouldAddressOurOwnKeyByTheExternalIdField() throws Exception {
        try (SinkBench sink = bench()) {
            // Given
            Map<String, Object> message = message("erp:SO-1042", 1);
            message.put("externalId", true);
            message.put("payload", "{\"crossdock_key__c\":\"erp:SO-1042\",\"Status\":\"Draft\"}");
            // When
            sink.put(message);
            sink.receipts(1);
            // Then
            Call call = target.calls("PATCH").getFirst();
            assertThat(call.path()).endsWith("/sobjects/Order/crossdock_key__c/erp:SO-1042");
            assertThat(call.body()).isEqualTo("{\"Status\":\"Draft\",\"crossdock_version__c\":\"1.1\"}");
        }
    }

    @Test
    void shouldNotWriteAgainWhenTheTargetAppliedAndThenTimedOut() throws Exception {
        // Given
        AtomicInteger writes = new AtomicInteger();
        target.behave(call -> call.method().equals("PATCH") && writes.getAndIncrement() == 0
                ? records.apply(call).after(600)
                : records.apply(call));
        try (SinkBench sink = bench(Map.of("request.timeout.ms", "200"))) {
            // When
            sink.put(message("801A", 3));
            Receipt receipt = sink.receipts(1).getFirst();
            // Then
            assertThat(receipt.getOutcome()).isEqualTo(ReceiptOutcome.APPLIED);
            assertThat(receipt.getAttempts()).isEqualTo(2);
            assertThat(target.calls("PATCH")).hasSize(1);
            assertThat(target.calls("GET")).hasSize(1);
        }
    }

    @Test
    void shouldWriteAgainWhenTheServerFailedBeforeApplying() throws Exception {
        // Given
        AtomicInteger writes = new AtomicInteger();
        target.behave(call -> call.method().equals("PATCH") && writes.getAndIncrement() == 0
                ? Reply.error(500, "UNKNOWN_EXCEPTION")
                : records.apply(call));
        try (SinkBench sink = bench()) {
            // When
            sink.put(message("801A", 3));
            // Then
            assertThat(sink.receipts(1).getFirst().getOutcome()).isEqualTo(ReceiptOutcome.APPLIED);
            assertThat(target.calls()).extracting(Call::method).containsExactly("PATCH", "GET", "PATCH");
        }
    }

    @Test
    void shouldConfirmWithoutWritingWhenTheWorkerDiedBetweenWriteAndReceipt() throws Exception {
        // Given
        records.versions.put(PATH, "1.3");
        try (SinkBench sink = bench()) {
            // When
            sink.putAgain(message("801A", 3));
            // Then
            assertThat(sink.receipts(1).getFirst().getOutcome()).isEqualTo(ReceiptOutcome.APPLIED);
            assertThat(target.calls("PATCH")).isEmpty();
        }
    }

    @Test
    void shouldSayWhatItFoundWhenTheTargetHoldsANewerVersion() throws Exception {
        // Given
        records.versions.put(PATH, "2.1");
        try (SinkBench sink = bench()) {
            // When
            sink.putAgain(message("801A", 3));
            Receipt receipt = sink.receipts(1).getFirst();
            // Then
            assertThat(receipt.getOutcome()).isEqualTo(ReceiptOutcome.FENCED);
            assertThat(receipt.getFoundVersion()).isEqualTo(new OrderVersion(2L, 1L));
            assertThat(records.versions).containsEntry(PATH, "2.1");
        }
    }

    @Test
    void shouldFenceAnOlderVersionItHasJustOvertaken() throws Exception {
        try (SinkBench sink = bench()) {
            // Given
            sink.put(message("801A", 3));
            // When
            sink.put(message("801A", 2));
            // Then
            assertThat(sink.receipts(2))
                    .extracting(Receipt::getOutcome)
                    .containsExactly(ReceiptOutcome.APPLIED, ReceiptOutcome.FENCED);
            assertThat(target.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_FIELD, REJECTED",
        "404, NOT_FOUND, REJECTED",
        "409, DUPLICATE_VALUE, REJECTED",
        "403, INSUFFICIENT_ACCESS, REJECTED",
        "405, METHOD_NOT_ALLOWED, UNSUPPORTED",
        "400, INVALID_TYPE, UNSUPPORTED"
    })
    void shouldClassifyWhatTheTargetRefuses(int status, String code, ReceiptOutcome outcome) throws Exception {
        // Given
        target.behave(call -> Reply.error(status, code));
        try (SinkBench sink = bench()) {
            // When
            sink.put(message("801A", 3));
            Receipt receipt = sink.receipts(1).getFirst();
            // Then
            assertThat(receipt.getOutcome()).isEqualTo(outcome);
            assertThat(receipt.getDetail()).contains(code);
            assertThat(sink.committable()).isEqualTo(1);
        }
    }

    @Test
    void shouldRejectAPayloadThatIsNoJsonObject() throws Exception {
        try (SinkBench sink = bench()) {
            // Given
            Map<String, Object> message = message("801A", 3);
            message.put("payload", "[1");
            // When
            sink.put(message);
            // Then
            assertThat(sink.receipts(1).getFirst().getOutcome()).isEqualTo(ReceiptOutcome.REJECTED);
            assertThat(target.calls()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"429, TOO_MANY", "403, REQUEST_LIMIT_EXCEEDED"})
    void shouldTryAgainWithoutReadingBackWhenOverTheLimit(int status, String code) throws Exception {
        // Given
        AtomicInteger calls = new AtomicInteger();
        target.behave(call -> calls.getAndIncrement() == 0 ? Reply.error(status, code) : records.apply(call));
        try (SinkBench sink = bench(Map.of("limit.backoff.ms", "50"))) {
            // When
            sink.put(message("801A", 3));
            // Then
            assertThat(sink.receipts(1).getFirst().getOutcome()).isEqualTo(ReceiptOutcome.APPLIED);
            assertThat(target.calls()).extracting(Call::method).containsExactly("PATCH", "PATCH");
        }
    }

    @Test
    void shouldRenewItsTokenOnce() throws Exception {
        try (SinkBench sink = bench()) {
            // Given
            sink.put(message("801A", 3));
            sink.receipts(1);
            // When
            target.expireToken();
            sink.put(message("801A", 4));
            // Then
            assertThat(sink.receipts(2).getLast().getAttempts()).isEqualTo(1);
            assertThat(target.tokensGiven()).isEqualTo(2);
        }
    }

    @Test
    void shouldKeepTheOrderOfOneRecordAndServeOthersMeanwhile() throws Exception {
        // Given
        Function<Call, Reply> slowForA =
                call -> call.path().endsWith("801A") ? records.apply(call).after(500) : records.apply(call);
        target.behave(slowForA);
        try (SinkBench sink = bench()) {
            // When
            for (int seq = 1; seq <= 4; seq++) {
                sink.put(message("801A", seq));
            }
            for (int other = 0; other < 4; other++) {
                sink.put(message("801B" + other, 1));
            }
            List<Receipt> receipts = sink.receipts(8);
            // Then
            assertThat(receipts.subList(0, 4))
                    .allMatch(receipt -> receipt.getTargetKey().startsWith("801B"));
            assertThat(receipts.subList(4, 8))
                    .extracting(receipt -> receipt.getVersion().getSeq())
                    .containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Test
    void shouldCommitOnlyUpToTheFirstReceiptTheBrokerDoesNotHold() throws Exception {
        try (SinkBench sink = new SinkBench(target, false, Map.of())) {
            // Given
            sink.put(message("801A", 1));
            sink.receipts(1);
            sink.put(message("801B", 1));
            sink.receipts(2);
            // When // Then
            assertThat(sink.committable()).isZero();
            sink.producer.completeNext();
            assertThat(sink.committable()).isZero();
            sink.producer.completeNext();
            assertThat(sink.committable()).isEqualTo(1);
            sink.producer.completeNext();
            sink.producer.completeNext();
            assertThat(sink.committable()).isEqualTo(2);
        }
    }

    @Test
    void shouldStopTheTaskWhenAReceiptIsLostForGood() throws Exception {
        try (SinkBench sink = new SinkBench(target, false, Map.of())) {
            // Given
            sink.put(message("801A", 1));
            sink.receipts(1);
            // When
            sink.producer.errorNext(new IllegalStateException("not authorized"));
            // Then
            assertThatThrownBy(sink::idle)
                    .isInstanceOf(ConnectException.class)
                    .isNotInstanceOf(RetriableException.class)
                    .hasMessageContaining("not authorized");
            assertThat(sink.committable()).isZero();
        }
    }

    @Test
    void shouldRefuseMessagesWhileTheTargetIsDownAndLoseNone() throws Exception {
        // Given
        target.behave(call -> Reply.error(503, "SERVER_UNAVAILABLE"));
        try (SinkBench sink = bench(Map.of("retry.bound.ms", "100", "retry.max.ms", "400"))) {
            sink.put(message("801A", 1));
            // When
            Thread.sleep(500);
            // Then
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            sink.put(message("801B", i + 1));
                            Thread.sleep(10);
                        }
                    })
                    .isInstanceOf(RetriableException.class)
                    .hasMessageContaining("503")
                    .hasMessageNotContaining(FakeTarget.SECRET);
            assertThat(sink.committable()).isZero();
            target.behave(records);
            assertThat(sink.receipts(1)).isNotEmpty();
        }
    }

    @Test
    void shouldStopReadingWhileTooManyMessagesWait() throws Exception {
        // Given
        target.behave(call -> records.apply(call).after(200));
        try (SinkBench sink = bench(Map.of("max.pending", "2"))) {
            // When
            sink.put(message("801A", 1));
            sink.put(message("801A", 2));
            // Then
            assertThat(sink.pausedPartitions).containsExactly(SinkBench.PARTITION);
            sink.receipts(2);
            sink.idle();
            assertThat(sink.pausedPartitions).isEmpty();
        }
    }

    @Test
    void shouldLeaveWhatWaitsToTheNextOwnerWhenThePartitionIsTaken() throws Exception {
        // Given
        target.behave(call -> Reply.error(503, "SERVER_UNAVAILABLE"));
        SinkBench sink = bench(Map.of("retry.initial.ms", "5000", "retry.max.ms", "6000"));
        sink.put(message("801A", 1));
        Thread.sleep(100);
        // When
        long began = System.nanoTime();
        sink.close();
        // Then
        assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
        assertThat(sink.receipts(0)).isEmpty();
    }

    private SinkBench bench() {
        return bench(Map.of());
    }

    private SinkBench bench(Map<String, String> more) {
        return new SinkBench(target, true, more);
    }
}
