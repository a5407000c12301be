package io.crossdock.connect.sink;

import static io.crossdock.connect.sink.SinkBench.effect;
import static io.crossdock.connect.sink.SinkBench.express;
import static io.crossdock.connect.sink.SinkBench.message;
import static io.crossdock.connect.sink.SinkBench.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.connect.http.FakeTarget;
import io.crossdock.connect.http.FakeTarget.Call;
import io.crossdock.connect.http.FakeTarget.Reply;
import io.crossdock.contract.AttemptKind;
import io.crossdock.contract.LedgerEntry;
import io.crossdock.contract.Receipt;
import io.crossdock.contract.ReceiptOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several records in one call: one outcome each, and none is hurt by another. */
class SharedCallsTest {

    private static final String COLLECTION = "/services/data/v62.0/composite/sobjects";

    private final FakeRecords records = new FakeRecords();
    private final FakeTarget target = new FakeTarget(records);
    private final CountDownLatch free = new CountDownLatch(1);

    @AfterEach
    void close() {
        free.countDown();
        target.close();
    }

    @Test
    void shouldTakeThoseWhoWaitAlongInOneCall() throws Exception {
        try (SinkBench sink = busy(10, records)) {
            // Given
            for (int i = 1; i <= 5; i++) {
                sink.put(message("801A" + i, 1));
            }
            // When
            List<Receipt> receipts = goOn(sink, 6);
            // Then
            assertThat(receipts).extracting(Receipt::getOutcome).containsOnly(ReceiptOutcome.APPLIED);
            assertThat(collections()).singleElement().satisfies(call -> {
                assertThat(call.path()).isEqualTo(COLLECTION);
                assertThat(call.body())
                        .startsWith(
                                "{\"allOrNone\":false,\"records\":[{\"attributes\":{\"type\":\"Order\"},\"id\":\"801A")
                        .contains("\"amount\":10.50", "\"crossdock_version__c\":\"1.1\"");
                assertThat(call.headers()).containsKey("traceparent");
            });
            assertThat(records.writes).hasSize(6).doesNotHaveDuplicates();
            assertThat(sink.ledger().subList(1, 6))
                    .extracting(LedgerEntry::getHow)
                    .containsOnly(AttemptKind.BATCHED);
        }
    }

    @Test
    void shouldAddressRecordsByOurKeyInACollectionOfTheirOwn() throws Exception {
        try (SinkBench sink = busy(10, records)) {
            // Given
            for (int i = 1; i <= 2; i++) {
                sink.put(message("801A" + i, 1));
                Map<String, Object> ours = message("erp:SO-" + i, 1);
                ours.put("externalId", true);
                sink.put(ours);
            }
            // When
            goOn(sink, 5);
            // Then
            assertThat(collections())
                    .extracting(Call::path)
                    .containsExactlyInAnyOrder(COLLECTION, COLLECTION + "/Order/crossdock_key__c");
            assertThat(collections())
                    .extracting(Call::body)
                    .anyMatch(body -> body.contains("\"crossdock_key__c\":\"erp:SO-1\""));
        }
    }

    @Test
    void shouldTakeNoMoreAlongThanAllowedAndExpressFirst() throws Exception {
        try (SinkBench sink = busy(3, records)) {
            // Given
            for (int i = 1; i <= 4; i++) {
                sink.put(message("801A" + i, 1));
            }
            sink.put(express(message("801E1", 1)));
            sink.put(express(message("801E2", 1)));
            Thread.sleep(100);
            // When
            goOn(sink, 7);
            // Then
            assertThat(collections())
                    .hasSize(2)
                    .first()
                    .satisfies(call -> assertThat(call.body()).contains("801E1", "801E2"));
        }
    }

    @Test
    void shouldNotHurtTheOthersWhenOneRecordIsRefused() throws Exception {
        // Given
        records.refused.add("801A2");
        try (SinkBench sink = busy(10, records)) {
            for (int i = 1; i <= 3; i++) {
                sink.put(message("801A" + i, 1));
            }
            // When
            Map<String, ReceiptOutcome> outcomes = new HashMap<>();
            goOn(sink, 4).forEach(receipt -> outcomes.put(receipt.getTargetKey(), receipt.getOutcome()));
            // Then
            assertThat(outcomes)
                    .containsEntry("801A1", ReceiptOutcome.APPLIED)
                    .containsEntry("801A2", ReceiptOutcome.REJECTED)
                    .containsEntry("801A3", ReceiptOutcome.APPLIED);
            assertThat(sink.receipts(4).stream()
                            .filter(receipt -> receipt.getTargetKey().equals("801A2"))
                            .findFirst())
                    .hasValueSatisfying(
                            receipt -> assertThat(receipt.getDetail()).contains("INVALID_FIELD"));
        }
    }

    @Test
    void shouldSendEachByItselfWhenTheCallIsRefusedAsAWhole() throws Exception {
        // Given
        try (SinkBench sink =
                busy(10, call -> isCollection(call) ? Reply.error(400, "JSON_PARSER_ERROR") : records.apply(call))) {
            for (int i = 1; i <= 3; i++) {
                sink.put(message("801A" + i, 1));
            }
            // When
            List<Receipt> receipts = goOn(sink, 4);
            // Then
            assertThat(receipts).extracting(Receipt::getOutcome).containsOnly(ReceiptOutcome.APPLIED);
            assertThat(collections()).hasSize(1);
            assertThat(records.writes).hasSize(4);
        }
    }

    @Test
    void shouldReadBackEveryRecordOfACallWhoseAnswerWasLost() throws Exception {
        // Given
        try (SinkBench sink = busy(10, call -> {
            Reply reply = records.apply(call);
            return isCollection(call) ? Reply.none() : reply;
        })) {
            for (int i = 1; i <= 3; i++) {
                sink.put(message("801A" + i, 1));
            }
            // When
            List<Receipt> receipts = goOn(sink, 4);
            // Then
            assertThat(receipts).extracting(Receipt::getOutcome).containsOnly(ReceiptOutcome.APPLIED);
            assertThat(target.calls("GET")).hasSize(3);
            assertThat(records.writes).hasSize(4).doesNotHaveDuplicates();
            assertThat(sink.ledger().stream().filter(LedgerEntry::getUncertain))
                    .hasSize(3)
                    .extracting(LedgerEntry::getHow)
                    .containsOnly(AttemptKind.BATCHED);
        }
    }

    @Test
    void shouldDoubtEveryRecordOfAFriendlyAnswerThatSaysTooLittle() throws Exception {
        // Given
        try (SinkBench sink =
                busy(10, call -> isCollection(call) ? Reply.json(200, "[{\"success\":true}]") : records.apply(call))) {
            for (int i = 1; i <= 3; i++) {
                sink.put(message("801A" + i, 1));
            }
            // When
            goOn(sink, 4);
            // Then
            assertThat(target.calls("GET")).hasSizeGreaterThanOrEqualTo(3);
            assertThat(records.writes).hasSize(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void shouldGiveEachACallOfItsOwnWhereTheTargetKnowsNoCollections() throws Exception {
        // Given
        try (SinkBench sink =
                busy(10, call -> isCollection(call) ? Reply.error(404, "NOT_FOUND") : records.apply(call))) {
            for (int round = 1; round <= 3; round++) {
                for (int i = 1; i <= 3; i++) {
                    sink.put(message("801A" + i, round));
                }
            }
            // When
            goOn(sink, 10);
            // Then
            assertThat(collections()).hasSize(1);
            assertThat(records.writes).hasSize(10);
        }
    }

    @Test
    void shouldNeverShareTheCallOfAnEffect() throws Exception {
        try (SinkBench sink = busy(10, records)) {
            // Given
            sink.put(effect("SO-1", "case-entry"));
            sink.put(effect("SO-2", "case-note"));
            // When
            goOn(sink, 3);
            // Then
            assertThat(collections()).isEmpty();
        }
    }

    private static boolean isCollection(Call call) {
        return call.path().startsWith(COLLECTION);
    }

    private List<Call> collections() {
        return target.calls().stream().filter(SharedCallsTest::isCollection).toList();
    }

    /** A sink whose only call is under way until it may go on. */
    private SinkBench busy(int most, Function<Call, Reply> behaviour) throws InterruptedException {
        target.behave(call -> {
            if (call.path().endsWith("801-first")) {
                await();
            }
            return behaviour.apply(call);
        });
        SinkBench sink = new SinkBench(
                target,
                true,
                Map.of(
                        "batch.records",
                        Integer.toString(most),
                        "parallelism",
                        "1",
                        "request.timeout.ms",
                        "20000",
                        "retry.initial.ms",
                        "50",
                        "retry.max.ms",
                        "100"));
        sink.put(message("801-first", 1));
        until(() -> !target.calls().isEmpty());
        return sink;
    }

    private List<Receipt> goOn(SinkBench sink, int receipts) throws InterruptedException {
        Thread.sleep(50);
        free.countDown();
        return sink.receipts(receipts);
    }

    private void await() {
        try {
            assertThat(free.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
