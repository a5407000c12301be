package io.crossdock.publish;

import io.crossdock.codec.VersionCodec;
import io.crossdock.contract.HistoryEntry;
import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OrderVersion;
import io.crossdock.contract.OutMessage;
import io.crossdock.order.fact.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an order's history tells of its targets: what each was told, and what it answered. */
final class SyncEntries {

    private SyncEntries() {}

    /** A target is sent the order as it stands, or asked for something. */
    static HistoryEntry sent(OutMessage message, OrderStatus status) {
        String target = message.getTarget();
        return message.getEffect() == null
                ? entry(
                        target,
                        message.getVersion(),
                        status,
                        message.getSentAt(),
                        "TOLD",
                        target + " is told " + status.getStatus())
                : entry(
                        target,
                        message.getVersion(),
                        status,
                        message.getSentAt(),
                        "ASKED",
                        target + " is asked for " + message.getIdempotencyKey().substring(target.length() + 1));
    }

    /** What a target was told has been overwritten there. */
    static HistoryEntry overwritten(String target, OrderStatus status, Instant now) {
        return entry(
                target,
                status.getVersion(),
                status,
                now,
                "OVERWRITTEN",
                target + " no longer shows what it was told, and is told again");
    }

    /** A target answered, at the time it did; null if the receipt is no answer. */
    static @Nullable HistoryEntry answered(Statement.Receipt receipt, OrderStatus status, Instant now) {
        String text = switch (receipt.outcome()) {
            case IN_FLIGHT, LEFT -> null;
            case APPLIED ->
                receipt.target() + (receipt.effect() == null ? " shows it" : " has done " + receipt.effect());
            case FENCED -> receipt.target() + " holds a newer version";
            case REJECTED, UNSUPPORTED, PARKED ->
                receipt.target() + " answers " + receipt.outcome().name().toLowerCase(Locale.ROOT)
                        + (receipt.detail() == null ? "" : ": " + receipt.detail());
        };
        if (text == null) {
            return null;
        }
        OrderVersion version = VersionCodec.toAvro(receipt.version());
        Instant at = receipt.confirmedAt() == null
                ? now
                : OffsetDateTime.parse(receipt.confirmedAt()).toInstant();
        return entry(receipt.target(), version, status, at, receipt.outcome().name(), text);
    }

    private static HistoryEntry entry(
            String target, OrderVersion version, OrderStatus status, Instant at, String outcome, String text) {
        return HistoryEntry.newBuilder()
                .setAt(at)
                .setWhat("SYNC")
                .setText(text)
                .setStatus(status.getStatus())
                .setVersion(version)
                .setTarget(target)
                .setOutcome(outcome)
                .build();
    }
}
