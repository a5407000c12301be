package io.crossdock.connect.loop;

import io.crossdock.contract.Receipt;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Origin;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts of a simulated order: what its source says, what was sent, answered and shown; versioned as the application does. */
final class SimulatedFacts {

    /** The mailbox of the order's root: all facts of the sources are at home here. */
    static final Identifier ROOT = Identifier.parse("erp:sales-order:SO-1");

    /** A mailbox above, to which the root can be linked: then it speaks for the order. */
    static final Identifier ABOVE = Identifier.parse("crm:order:C-1");

    static final IdentifierTypes TYPES = IdentifierTypes.ranked(Map.of("erp:sales-order", 20, "crm:order", 30), 20);

    private static final long IN_FLIGHT = 0;
    private static final long ANSWERED = 1;
    private static final long OVERWRITTEN = 2;

    private SimulatedFacts() {}

    /** What the order's source says of it. */
    static Fact content(long version, Content content) {
        Statement line = new Statement.Line(
                content.text(),
                null,
                "SKU-1",
                "EA",
                Statement.Line.Kind.GOODS,
                Statement.Line.Fulfilment.STOCK,
                BigDecimal.ONE,
                Map.of(),
                false);
        return fact("erp", "content", ROOT.value(), new SourceVersion(1, version, 0), List.of(), line, Instant.EPOCH);
    }

    /** A row that links the root to the mailbox above, or no more. */
    static Fact link(long version, boolean linked) {
        List<Link> links = linked ? List.of(new Link(Link.Kind.SAME_AS, ROOT, ABOVE, Link.Rule.EXPLICIT)) : List.of();
        return fact(
                "erp",
                "link",
                ROOT.value(),
                new SourceVersion(1, version, 0),
                links,
                new Statement.Alias(),
                Instant.EPOCH);
    }

    /** A row of the target's own feed. */
    static Fact shown(String target, String row, long position, Statement.Shown shown, Instant recordedAt) {
        return fact(target, "rows", row, new SourceVersion(1, position, 0), List.of(), shown, recordedAt);
    }

    static Fact inFlight(Identifier sender, Statement.Receipt receipt) {
        return ofReceipt(sender, receipt, IN_FLIGHT);
    }

    static Fact overwritten(Identifier sender, String target, String targetKey, OrderVersion version) {
        return ofReceipt(
                sender,
                new Statement.Receipt(
                        target,
                        targetKey,
                        version,
                        "",
                        Statement.Receipt.Outcome.FENCED,
                        null,
                        "overwritten there",
                        version),
                OVERWRITTEN);
    }

    static Fact answered(Receipt receipt) {
        io.crossdock.contract.OrderVersion found = receipt.getFoundVersion();
        String effect = receipt.getEffect() == null
                ? null
                : receipt.getIdempotencyKey().substring(receipt.getTarget().length() + 1);
        return ofReceipt(
                Identifier.parse(receipt.getSender()),
                new Statement.Receipt(
                        receipt.getTarget(),
                        receipt.getTargetKey(),
                        version(receipt.getVersion()),
                        receipt.getContentHash(),
                        Statement.Receipt.Outcome.valueOf(receipt.getOutcome().name()),
                        receipt.getConfirmedAt().toString(),
                        receipt.getDetail(),
                        found == null ? null : version(found),
                        effect),
                ANSWERED);
    }

    private static OrderVersion version(io.crossdock.contract.OrderVersion version) {
        return new OrderVersion(version.getEpoch(), version.getSeq());
    }

    private static Fact ofReceipt(Identifier sender, Statement.Receipt receipt, long minor) {
        String ofTarget = sender + "|" + receipt.target();
        String key = receipt.effect() == null ? ofTarget : ofTarget + "|" + receipt.effect();
        SourceVersion version =
                new SourceVersion(receipt.version().epoch(), receipt.version().seq(), minor);
        return at(sender, "crossdock", "receipts", key, version, List.of(), receipt, Instant.EPOCH);
    }

    private static Fact fact(
            String connection,
            String entity,
            String row,
            SourceVersion version,
            List<Link> links,
            Statement statement,
            Instant recordedAt) {
        return at(ROOT, connection, entity, row, version, links, statement, recordedAt);
    }

    private static Fact at(
            Identifier home,
            String connection,
            String entity,
            String row,
            SourceVersion version,
            List<Link> links,
            @Nullable Statement statement,
            Instant recordedAt) {
        return new Fact(
                new FactKey(connection, entity, row),
                home,
                version,
                Op.ASSERT,
                Origin.LIVE,
                null,
                recordedAt,
                Instant.EPOCH,
                Map.of(),
                links,
                statement,
                Map.of(),
                "simulated",
                null);
    }
}
