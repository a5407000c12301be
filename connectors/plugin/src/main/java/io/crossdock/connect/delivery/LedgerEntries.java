package io.crossdock.connect.delivery;

import io.crossdock.connect.delivery.Attempt.Again;
import io.crossdock.connect.delivery.Attempt.Settled;
import io.crossdock.contract.AttemptOutcome;
import io.crossdock.contract.LedgerEntry;
import java.time.Duration;
import java.time.Instant;

/** What the ledger keeps about one attempt. */
final class LedgerEntries {

    private LedgerEntries() {}

    /**
     * The entry of an attempt.
     *
     * @param number 1 for the first attempt of this task at the message
     * @param startedAt begin of the attempt, by the worker's clock
     */
    static LedgerEntry of(Message message, Attempt attempt, int number, Instant startedAt, Duration took) {
        LedgerEntry.Builder entry = LedgerEntry.newBuilder()
                .setTarget(message.target())
                .setTargetKey(message.targetKey())
                .setEffect(message.effect())
                .setSender(message.sender())
                .setOrderId(message.orderId())
                .setVersion(Receipts.version(message.version()))
                .setContentHash(message.contentHash())
                .setIdempotencyKey(message.idempotencyKey())
                .setAttempt(number)
                .setHow(attempt.how())
                .setStartedAt(startedAt)
                .setTookMs(took.toMillis())
                .setTraceparent(message.traceparent());
        return switch (attempt) {
            case Settled settled ->
                entry.setOutcome(AttemptOutcome.valueOf(settled.outcome().name()))
                        .setUncertain(false)
                        .setDetail(settled.detail())
                        .build();
            case Again again ->
                entry.setOutcome(AttemptOutcome.AGAIN)
                        .setUncertain(again.uncertain())
                        .setDetail(again.reason())
                        .build();
        };
    }
}
