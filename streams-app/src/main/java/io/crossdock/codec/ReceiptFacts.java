package io.crossdock.codec;

import io.crossdock.contract.Receipt;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Origin;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.fact.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of outgoing messages, as facts at the identifier that sent them. One factKey per sender and target, and effect if the
 * message asks for one; the order's version is the source version, and an answer beats "in flight" of the same version.
 */
public final class ReceiptFacts {

    private static final long IN_FLIGHT = 0;
    private static final long ANSWERED = 1;
    private static final long OVERWRITTEN = 2;

    private ReceiptFacts() {}

    /**
     * The fact that a target answered.
     *
     * @param landedAt append of the receipt, milliseconds
     * @param evidence coordinates of the receipt
     */
    public static Fact answered(Receipt receipt, long landedAt, String evidence) {
        io.crossdock.contract.OrderVersion found = receipt.getFoundVersion();
        Statement.Receipt statement = new Statement.Receipt(
                receipt.getTarget(),
                receipt.getTargetKey(),
                VersionCodec.fromAvro(receipt.getVersion()),
                receipt.getContentHash(),
                outcome(receipt),
                receipt.getConfirmedAt().toString(),
                receipt.getDetail(),
                found == null ? null : VersionCodec.fromAvro(found),
                effectKey(receipt),
                text(receipt.getCalledAt()),
                text(receipt.getAnsweredAt()));
        return fact(
                Identifier.parse(receipt.getSender()),
                statement,
                ANSWERED,
                Instant.ofEpochMilli(landedAt),
                evidence,
                receipt.getTraceparent());
    }

    /**
     * The fact that a message of {@code sender} is still unanswered: it travels with a hand-over.
     *
     * @param effect key of the effect it asks for; null if it is a state
     */
    public static Fact inFlight(
            Identifier sender,
            String target,
            String targetKey,
            OrderVersion version,
            String contentHash,
            @Nullable String effect,
            Instant now) {
        Statement.Receipt statement = new Statement.Receipt(
                target, targetKey, version, contentHash, Statement.Receipt.Outcome.IN_FLIGHT, null, null, null, effect);
        return fact(sender, statement, IN_FLIGHT, now, "outbox", null);
    }

    /** The fact that a target no longer shows the version it was told: what comes next must be above it. */
    public static Fact overwritten(
            Identifier sender, String target, String targetKey, OrderVersion version, Instant now) {
        Statement.Receipt statement = new Statement.Receipt(
                target, targetKey, version, "", Statement.Receipt.Outcome.FENCED, null, "overwritten there", version);
        return fact(sender, statement, OVERWRITTEN, now, "outbox", null);
    }

    /** Name of the message that asks a target for an effect. */
    public static String idempotencyKey(String target, String effectKey) {
        return target + "|" + effectKey;
    }

    private static Statement.Receipt.Outcome outcome(Receipt receipt) {
        return receipt.getLeft()
                ? Statement.Receipt.Outcome.LEFT
                : Statement.Receipt.Outcome.valueOf(receipt.getOutcome().name());
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    private static @Nullable String effectKey(Receipt receipt) {
        return receipt.getEffect() == null
                ? null
                : receipt.getIdempotencyKey().substring(receipt.getTarget().length() + 1);
    }

    private static String key(Identifier sender, Statement.Receipt receipt) {
        String ofTarget = sender + "|" + receipt.target();
        return receipt.effect() == null ? ofTarget : ofTarget + "|" + receipt.effect();
    }

    private static Fact fact(
            Identifier sender,
            Statement.Receipt receipt,
            long minor,
            Instant at,
            String evidence,
            @Nullable String traceparent) {
        return new Fact(
                new FactKey("crossdock", "receipts", key(sender, receipt)),
                sender,
                new SourceVersion(receipt.version().epoch(), receipt.version().seq(), minor),
                Op.ASSERT,
                Origin.LIVE,
                null,
                at,
                at,
                Map.of(),
                List.of(),
                receipt,
                Map.of(),
                evidence,
                traceparent);
    }
}
