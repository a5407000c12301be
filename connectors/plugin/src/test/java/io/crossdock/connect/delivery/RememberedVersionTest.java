package io.crossdock.connect.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.connect.delivery.Attempt.Settled;
import io.crossdock.contract.AttemptKind;
import io.crossdock.contract.Receipt;
import io.crossdock.contract.ReceiptOutcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a sink remembers of a record is as old as the answer it has it from. */
class RememberedVersionTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final String RECORD = "deliver-orders/erp:SO-1";

    @Test
    void shouldNotVouchForARecordThatNobodyHasLookedAtSince() {
        // Given: version 2 is applied at noon
        try (SteppedSink sink = new SteppedSink(Switches.ON, Instant.EPOCH, () -> NOON.plusSeconds(3_600))) {
            sink.put(0, NOON, message(2));
            sink.answer(RECORD, Settled.of(AttemptKind.SENT, ReceiptOutcome.APPLIED, NOON, null));
            sink.answer(RECORD, "the broker has it");

            // When: a copy of it comes an hour later, and is not sent
            sink.put(1, NOON.plusSeconds(3_600), message(2));
            Receipt receipt = ((Question.Report) requireNonNull(sink.questions().get(RECORD))).receipt();

            // Then
            assertThat(receipt.getOutcome()).isEqualTo(ReceiptOutcome.APPLIED);
            assertThat(receipt.getConfirmedAt()).isEqualTo(NOON);
        }
    }

    private static Map<String, Object> message(long seq) {
        Map<String, Object> message = new HashMap<>();
        message.put("kind", "STATE");
        message.put("target", "crm");
        message.put("targetKey", "erp:SO-1");
        message.put("object", "orders");
        message.put("sender", "erp:sales-order:SO-1");
        message.put("orderId", "ord_1");
        message.put("version", Map.of("epoch", 1L, "seq", seq));
        message.put("contentHash", "hash-" + seq);
        message.put("idempotencyKey", "crm|erp:SO-1|1." + seq);
        message.put("payload", "{}");
        return message;
    }
}
