package io.crossdock.connect.sink;

import static io.crossdock.connect.sink.SinkBench.effect;
import static io.crossdock.connect.sink.SinkBench.message;
import static io.crossdock.connect.sink.SinkBench.until;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.connect.http.FakeTarget;
import io.crossdock.connect.http.FakeTarget.Call;
import io.crossdock.connect.http.FakeTarget.Reply;
import io.crossdock.contract.Receipt;
import io.crossdock.contract.ReceiptOutcome;
import io.crossdock.order.fact.OrderVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The five sequences most likely to double or reverse something, each of which the sink must survive, and what happens
 * when the protection against it is switched off.
 */
class ProtectionTest {

    private static final String PATH = FakeRecords.OBJECTS + "Order/801A";

    private final FakeRecords records = new FakeRecords();
    private final FakeTarget target = new FakeTarget(records);

    @AfterEach
    void close() {
        target.close();
    }

    @Test
    void shouldApplyOnceWhenTheAnswerIsLost() throws Exception {
        // Given
        loseTheAnswerOfTheFirst("PATCH");
        try (SinkBench sink = bench(Map.of())) {
            // When
            sink.put(message("801A", 3));
            sink.receipts(1);
            // Then
            assertThat(records.writes).hasSize(1);
        }
    }

    @Test
    void shouldReverseNothingWhenAMessageIsRedeliveredThatANewerOneOvertook() throws Exception {
        // Given
        try (SinkBench first = bench(Map.of())) {
            first.put(message("801A", 3));
            first.put(message("801A", 4));
            first.receipts(2);
        }
        try (SinkBench next = bench(Map.of())) {
            // When
            next.putAgain(message("801A", 3));
            next.putAgain(message("801A", 4));
            List<Receipt> receipts = next.receipts(2);
            // Then
            assertThat(receipts)
                    .extracting(Receipt::getOutcome)
                    .containsExactly(ReceiptOutcome.FENCED, ReceiptOutcome.APPLIED);
            assertThat(records.writes).hasSize(2);
            assertNeverOlderOverNewer();
        }
    }

    @Test
    void shouldStayInDoubtWhenLookingBackFailsToo() throws Exception {
        // Given
        AtomicInteger calls = new AtomicInteger();
        target.behave(call -> switch (calls.incrementAndGet()) {
            case 1 -> {
                records.apply(call);
                yield Reply.none();
            }
            case 2 -> Reply.error(429, "TOO_MANY");
            case 3 -> Reply.json(200, "[{\"errorCode\":\"UNKNOWN_EXCEPTION\",\"message\":\"no\"}]");
            default -> records.apply(call);
        });
        try (SinkBench sink = bench(Map.of())) {
            // When
            sink.put(effect("SO-1", "invoice-trigger"));
            sink.receipts(1);
            // Then
            assertThat(target.calls()).extracting(Call::method).containsExactly("PATCH", "GET", "GET", "GET");
            assertThat(records.writes).hasSize(1);
        }
    }

    @Test
    void shouldLookAgainWhenWhatWasInDoubtMayHaveLandedSinceTheFirstLook() throws Exception {
        // Given
        AtomicInteger calls = new AtomicInteger();
        AtomicReference<Call> late = new AtomicReference<>();
        target.behave(call -> switch (calls.incrementAndGet()) {
            case 1 -> {
                late.set(call);
                yield Reply.none();
            }
            case 3 -> {
                records.apply(requireNonNull(late.get()));
                yield Reply.error(429, "TOO_MANY");
            }
            default -> records.apply(call);
        });
        try (SinkBench sink = bench(Map.of())) {
            // When
            sink.put(effect("SO-1", "invoice-trigger"));
            sink.receipts(1);
            // Then
            assertThat(target.calls()).extracting(Call::method).containsExactly("PATCH", "GET", "PATCH", "GET");
            assertThat(records.writes).hasSize(1);
        }
    }

    @Test
    void shouldApplyOnceWhenThePartitionIsTakenInTheMiddleOfACall() throws Exception {
        // Given
        loseTheAnswerOfTheFirst("PATCH");
        SinkBench first = bench(Map.of("request.timeout.ms", "60000"));
        first.put(effect("SO-1", "invoice-trigger"));
        until(() -> !records.writes.isEmpty());
        // When
        first.close();
        try (SinkBench next = bench(Map.of())) {
            next.putAgain(effect("SO-1", "invoice-trigger"));
            // Then
            assertThat(next.receipts(1).getFirst().getOutcome()).isEqualTo(ReceiptOutcome.APPLIED);
            assertThat(first.receipts(0)).isEmpty();
            assertThat(records.writes).hasSize(1);
        }
    }

    @Test
    void shouldApplyOnceWhenACallForSeveralIsAnsweredByAnErrorThatWasNone() throws Exception {
        // Given
        AtomicInteger collections = new AtomicInteger();
        target.behave(call -> {
            Reply reply = records.apply(call).after(call.path().endsWith("801-first") ? 300 : 0);
            return call.path().contains("composite") && collections.getAndIncrement() == 0
                    ? Reply.error(500, "UNKNOWN_EXCEPTION")
                    : reply;
        });
        try (SinkBench sink = bench(Map.of("batch.records", "50", "parallelism", "1"))) {
            sink.put(message("801-first", 1));
            until(() -> !target.calls().isEmpty());
            // When
            for (int i = 0; i < 5; i++) {
                sink.put(message("801A" + i, 1));
            }
            sink.receipts(6);
            // Then
            assertThat(collections).hasPositiveValue();
            assertThat(records.writes).hasSize(6).doesNotHaveDuplicates();
        }
    }

    @Test
    void shouldReverseWhenTheFenceIsOff() throws Exception {
        // Given
        records.versions.put(PATH, "1.4");
        try (SinkBench sink = bench(off("fence"))) {
            // When
            sink.putAgain(message("801A", 3));
            sink.receipts(1);
            // Then
            assertThat(records.versions).containsEntry(PATH, "1.3");
        }
    }

    @Test
    void shouldDoubleWhenKeysAreOff() throws Exception {
        // Given
        loseTheAnswerOfTheFirst("PATCH");
        try (SinkBench sink = bench(off("idempotency.keys"))) {
            // When
            sink.put(effect("SO-1", "invoice-trigger"));
            sink.receipts(1);
            // Then
            assertThat(records.versions).hasSize(2);
        }
    }

    @Test
    void shouldWriteTwiceWhenReadBackIsOff() throws Exception {
        // Given
        loseTheAnswerOfTheFirst("PATCH");
        try (SinkBench sink = bench(off("read.back"))) {
            // When
            sink.put(message("801A", 3));
            sink.receipts(1);
            // Then
            assertThat(records.writes).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fence", "idempotency.keys", "read.back"})
    void shouldRefuseToStartUnprotectedOutsideAProof(String protection) {
        // Given
        Map<String, String> options = new HashMap<>(off(protection));
        options.remove("proof.switches");
        // When // Then
        assertThatThrownBy(() -> bench(options))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(protection)
                .hasMessageContaining("proof.switches=allowed");
    }

    private void assertNeverOlderOverNewer() {
        List<OrderVersion> written = new ArrayList<>();
        records.writes.forEach(write -> written.add(OrderVersion.parse(write.version())));
        assertThat(written).isSorted();
    }

    /** The first write is done, and nothing is ever heard of it. */
    private void loseTheAnswerOfTheFirst(String method) {
        AtomicInteger writes = new AtomicInteger();
        target.behave(call -> {
            Reply reply = records.apply(call);
            return call.method().equals(method) && writes.getAndIncrement() == 0 ? reply.after(30_000) : reply;
        });
    }

    private static Map<String, String> off(String protection) {
        return Map.of("proof.switches", "allowed", protection, "off");
    }

    private SinkBench bench(Map<String, String> more) {
        Map<String, String> options = new HashMap<>(Map.of("request.timeout.ms", "500"));
        options.putAll(more);
        return new SinkBench(target, true, options);
    }
}
