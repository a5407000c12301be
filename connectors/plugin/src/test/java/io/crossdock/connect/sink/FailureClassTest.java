package io.crossdock.connect.sink;

import static io.crossdock.connect.sink.SinkBench.message;
import static io.crossdock.connect.sink.SinkBench.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.connect.http.FakeTarget;
import io.crossdock.connect.http.FakeTarget.Call;
import io.crossdock.connect.http.FakeTarget.Reply;
import io.crossdock.contract.AttemptOutcome;
import io.crossdock.contract.LedgerEntry;
import io.crossdock.contract.Receipt;
import io.crossdock.contract.ReceiptOutcome;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.connect.errors.RetriableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a target may say instead of yes, and what is made of it. */
class FailureClassTest {

    private final FakeRecords records = new FakeRecords();
    private final FakeTarget target = new FakeTarget(records);

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void shouldDoubtWhatATargetDidThatSaidNothingInTime() throws Exception {
        // Given
        once(Reply.json(204, "").after(5_000));
        try (SinkBench sink = bench(Map.of("request.timeout.ms", "100"))) {
            // When
            sink.put(message("801A", 3));
            // Then
            applied(sink);
            LedgerEntry first = sink.ledger().getFirst();
            assertThat(first.getUncertain()).isTrue();
            assertThat(first.getDetail()).contains("no answer within 100 ms");
            assertThat(target.calls()).extracting(Call::method).containsExactly("PATCH", "GET", "PATCH");
        }
    }

    @Test
    void shouldDoubtWhatATargetDidThatDroppedTheConnection() throws Exception {
        // Given
        once(Reply.none());
        try (SinkBench sink = bench(Map.of())) {
            // When
            sink.put(message("801A", 3));
            // Then
            applied(sink);
            assertThat(sink.ledger().getFirst().getUncertain()).isTrue();
            assertThat(target.calls("GET")).isNotEmpty();
        }
    }

    @Test
    void shouldKnowThatNothingWasDoneWhenTheConnectionIsRefused() throws Exception {
        // Given
        target.close();
        try (SinkBench sink = bench(Map.of())) {
            // When
            sink.put(message("801A", 3));
            until(() -> sink.ledger().size() >= 2);
            // Then
            assertThat(sink.ledger())
                    .allSatisfy(entry -> {
                        assertThat(entry.getOutcome()).isEqualTo(AttemptOutcome.AGAIN);
                        assertThat(entry.getUncertain()).isFalse();
                    })
                    .extracting(LedgerEntry::getDetail)
                    .allMatch(detail -> detail.contains("ConnectException"));
        }
    }

    @Test
    void shouldKnowThatNothingWasDoneWhenThereWasNoTokenInTime() throws Exception {
        // Given
        target.slowTokens(5_000);
        try (SinkBench sink = bench(Map.of("request.timeout.ms", "100"))) {
            // When
            sink.put(message("801A", 3));
            until(() -> !sink.ledger().isEmpty());
            target.slowTokens(0);
            // Then
            applied(sink);
            assertThat(sink.ledger().getFirst().getUncertain()).isFalse();
            assertThat(target.calls("GET")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"429, TOO_MANY", "503, SERVER_UNAVAILABLE"})
    void shouldWaitAsLongAsTheTargetAsks(int status, String code) throws Exception {
        // Given
        once(Reply.error(status, code).with("Retry-After", "1"));
        try (SinkBench sink = bench(Map.of())) {
            // When
            long began = System.nanoTime();
            sink.put(message("801A", 3));
            sink.receipts(1);
            // Then
            applied(sink);
            assertThat(System.nanoTime() - began).isGreaterThan(900_000_000L);
            assertThat(sink.ledger().getFirst().getDetail()).contains(Integer.toString(status));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void shouldDoubtWhatAServerDidThatFailed(int status) throws Exception {
        // Given
        once(Reply.error(status, "UNKNOWN_EXCEPTION"));
        try (SinkBench sink = bench(Map.of())) {
            // When
            sink.put(message("801A", 3));
            // Then
            applied(sink);
            assertThat(sink.ledger().getFirst().getUncertain()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 408, 423, 425})
    void shouldTryAgainWithoutDoubtWhenTheRequestWasNotActedOn(int status) throws Exception {
        // Given
        AtomicInteger writes = new AtomicInteger();
        // A 401 is answered twice: the client's own renewal of the token comes first.
        target.behave(call -> writes.getAndIncrement() < 2 ? Reply.error(status, "NO") : records.apply(call));
        try (SinkBench sink = bench(Map.of())) {
            // When
            sink.put(message("801A", 3));
            // Then
            applied(sink);
            assertThat(sink.ledger().getFirst().getUncertain()).isFalse();
            assertThat(target.calls("GET")).isEmpty();
        }
    }

    @Test
    void shouldGoOnTryingWhenEveryTokenIsRefused() throws Exception {
        // Given
        target.refuseTokens();
        try (SinkBench sink = bench(Map.of("retry.max.ms", "2000"))) {
            // When
            sink.put(message("801A", 3));
            until(() -> sink.ledger().size() >= 5);
            // Then
            assertThat(sink.receipts(0)).isEmpty();
            assertThat(sink.ledger()).extracting(LedgerEntry::getOutcome).containsOnly(AttemptOutcome.AGAIN);
            assertThat(sink.ledger().getFirst().getDetail()).contains("401");
            assertThatThrownBy(() -> sink.put(message("801B", 1)))
                    .isInstanceOf(RetriableException.class)
                    .hasMessageContaining("401")
                    .hasMessageContaining("credentials");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'errorCode':'UNKNOWN_EXCEPTION','message':'An unexpected error occurred'}]",
                "[{'success':false,'errors':[{'statusCode':'UNKNOWN_EXCEPTION','message':'no'}]}]",
                "{'success':false,'errors':[{'errorCode':'SERVER_UNAVAILABLE','message':'no'}]}",
                "{'success':false,'errors':[]}",
                "{'compositeResponse':[{'body':null,'httpStatusCode':204},"
                        + "{'body':[{'errorCode':'UNKNOWN_EXCEPTION','message':'no'}],'httpStatusCode':500}]}",
                "<html><body>Please log in</body></html>"
            })
    void shouldNotTakeAFriendlyStatusForApplied(String body) throws Exception {
        // Given
        once(Reply.json(200, body.replace('\'', '"')));
        try (SinkBench sink = bench(Map.of())) {
            // When
            sink.put(message("801A", 3));
            // Then
            applied(sink);
            assertThat(sink.ledger().getFirst().getOutcome()).isEqualTo(AttemptOutcome.AGAIN);
            assertThat(sink.ledger().getFirst().getUncertain()).isTrue();
            assertThat(records.writes).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'errorCode':'INVALID_FIELD','message':'no such field'}]",
                "{'success':false,'errors':[{'statusCode':'INVALID_FIELD','message':'no such field'}]}",
                "{'success':false,'errors':['no such field']}",
                "{'compositeResponse':[{'body':[{'errorCode':'INVALID_FIELD','message':'no such field'}],"
                        + "'httpStatusCode':400}]}"
            })
    void shouldRejectWhatIsRefusedInsideAFriendlyAnswer(String body) throws Exception {
        // Given
        once(Reply.json(200, body.replace('\'', '"')));
        try (SinkBench sink = bench(Map.of())) {
            // When
            sink.put(message("801A", 3));
            Receipt receipt = sink.receipts(1).getFirst();
            // Then
            assertThat(receipt.getOutcome()).isEqualTo(ReceiptOutcome.REJECTED);
            assertThat(receipt.getDetail()).contains("no such field");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'id':'1','success':true,'errors':[]}", "{}", "OK"})
    void shouldTakeAFriendlyAnswerForWhatItSays(String body) throws Exception {
        // Given
        once(Reply.json(200, body.replace('\'', '"')));
        try (SinkBench sink = bench(Map.of())) {
            // When
            sink.put(message("801A", 3));
            // Then
            applied(sink);
            assertThat(sink.ledger()).hasSize(1);
        }
    }

    @Test
    void shouldParkOneMessageThatKeepsFailingWhileOthersPass() throws Exception {
        // Given
        target.behave(call -> call.path().contains("801A") && call.method().equals("PATCH")
                ? Reply.error(500, "UNKNOWN_EXCEPTION")
                : records.apply(call));
        try (SinkBench sink = bench(Map.of("park.after.ms", "100"))) {
            // When
            sink.put(message("801A", 3));
            sink.put(message("801A", 4));
            int others = 0;
            while (parked(sink) < 2 && others < 2_000) {
                sink.put(message("801B" + others++, 1));
                Thread.sleep(5);
            }
            // Then
            Receipt receipt = sink.receipts(0).stream()
                    .filter(one -> one.getOutcome() == ReceiptOutcome.PARKED)
                    .findFirst()
                    .orElseThrow();
            assertThat(receipt.getTargetKey()).isEqualTo("801A");
            assertThat(receipt.getDetail()).contains("while others passed", "may have been applied", "500");
            LedgerEntry last = sink.ledger().stream()
                    .filter(entry -> entry.getOutcome() == AttemptOutcome.PARKED)
                    .findFirst()
                    .orElseThrow();
            assertThat(last.getAttempt()).isEqualTo(receipt.getAttempts());
        }
    }

    @Test
    void shouldParkNothingWhileTheTargetTakesNothing() throws Exception {
        // Given
        target.behave(call -> Reply.error(503, "SERVER_UNAVAILABLE"));
        try (SinkBench sink = bench(Map.of("park.after.ms", "50"))) {
            sink.put(message("801A", 3));
            sink.put(message("801B", 3));
            until(() -> sink.ledger().size() >= 12);
            // When
            target.behave(records);
            // Then
            assertThat(sink.receipts(2)).extracting(Receipt::getOutcome).containsOnly(ReceiptOutcome.APPLIED);
        }
    }

    private static long parked(SinkBench sink) throws InterruptedException {
        return sink.receipts(0).stream()
                .filter(receipt -> receipt.getOutcome() == ReceiptOutcome.PARKED)
                .count();
    }

    private void applied(SinkBench sink) throws InterruptedException {
        assertThat(sink.receipts(1).getFirst().getOutcome()).isEqualTo(ReceiptOutcome.APPLIED);
    }

    /** The first call is answered so, and nothing is done; all others are served. */
    private void once(Reply reply) {
        AtomicInteger calls = new AtomicInteger();
        target.behave(call -> calls.getAndIncrement() == 0 ? reply : records.apply(call));
    }

    private SinkBench bench(Map<String, String> more) {
        return new SinkBench(target, true, more);
    }
}
