package io.crossdock.worlds.bugs;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Origin;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.mailbox.Message;
import io.crossdock.worlds.delivery.Flaw;
import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Wrong rules that show on the way of facts and messages. */
final class Flaws {

    private Flaws() {}

    /** What arrives last is taken for the newest. */
    static Flaw lastArrivalWins() {
        return arriving((fact, arrival) -> versioned(fact, new SourceVersion(1, arrival, 0)));
    }

    /** A restored source's positions are compared with those it had before. */
    static Flaw epochIgnored() {
        return arriving((fact, arrival) -> versioned(
                fact,
                new SourceVersion(1, fact.version().position(), fact.version().minor())));
    }

    /** What a snapshot reads is taken for the newest. */
    static Flaw snapshotIsNewest() {
        return arriving((fact, arrival) -> fact.origin() == Origin.SNAPSHOT
                ? versioned(fact, new SourceVersion(fact.version().epoch(), Long.MAX_VALUE / 2, 0))
                : fact);
    }

    /** Housekeeping takes back what the document said. */
    static Flaw retractOnPurge() {
        return arriving((fact, arrival) ->
                fact.op() == Op.RETRACT_UNLESS_FINAL ? Said.with(fact, fact.key(), fact.version(), Op.RETRACT) : fact);
    }

    /** What is deleted still counts. */
    static Flaw deletionIgnored() {
        return arriving((fact, arrival) -> fact.op() == Op.ASSERT ? fact : null);
    }

    /** A redelivered record is a new one. */
    static Flaw redeliveryCountsAgain() {
        return arriving((fact, arrival) -> Said.with(
                fact,
                new FactKey(
                        fact.key().connection(), fact.key().entity(), fact.key().primaryKey() + "#" + arrival),
                fact.version(),
                fact.op()));
    }

    /** An old parent keeps what it was told. */
    static Flaw noTakeBack() {
        return carrying(message -> !(message instanceof Message.Drop));
    }

    /** A new parent is not told what its child knew before. */
    static Flaw noHandOver() {
        return carrying(message -> !(message instanceof Message.Rows rows && rows.handOver()));
    }

    /** A copy that we wrote is taken for an order of its own. */
    static Flaw copyIsRoot() {
        return projected(fact -> fact.statement() instanceof Statement.OrderHeader header && header.ourKey() != null
                ? Said.saying(
                        fact,
                        new Statement.OrderHeader(
                                header.state(),
                                header.credit(),
                                header.customer(),
                                header.customerPo(),
                                header.currency(),
                                header.prepaid(),
                                header.priority(),
                                header.requestedDate(),
                                null,
                                null))
                : fact);
    }

    /** A quantity that nobody said is nought. */
    static Flaw unknownIsZero() {
        return projected(fact -> fact.statement() instanceof Statement.Line line
                        && fact.key().entity().matches("order-items|sales-order-lines")
                ? Said.saying(fact, Said.orderedOrZero(line))
                : fact);
    }

    /** The units of a shared shipment count for every order in it. */
    static Flaw everyParentCountsAll() {
        return new Flaw() {
            @Override
            public Collection<Fact> projected(Identifier topmost, Collection<Fact> facts) {
                Identifier order = facts.stream()
                        .filter(fact -> fact.key().entity().equals("sales-orders"))
                        .map(Fact::home)
                        .findFirst()
                        .orElse(topmost);
                return facts.stream().map(fact -> claimedBy(order, fact)).toList();
            }
        };
    }

    /** Scans of the way back are taken for the way there. */
    static Flaw scansAfterReturnCount() {
        return projected(fact -> fact.statement() instanceof Statement.Scan scan
                        && scan.state() == DocumentState.RETURN_TO_SENDER
                        && fact.occurredAt() != null
                ? Said.at(fact, fact.occurredAt().plusDays(30))
                : fact);
    }

    /** Links of one rule are taken for links of another; null if they are not taken at all. */
    static Flaw ruleIs(Link.Rule rule, Link.@Nullable Rule taken) {
        return arriving((fact, arrival) -> Said.linking(
                fact,
                fact.links().stream()
                        .filter(link -> link.rule() != rule || taken != null)
                        .map(link -> link.rule() == rule && taken != null
                                ? new Link(link.kind(), link.from(), link.to(), taken)
                                : link)
                        .toList()));
    }

    /** Everything is dated by the commit at its source. */
    static Flaw businessTimeIgnored() {
        return arriving((fact, arrival) -> Said.at(fact, null));
    }

    private static Fact claimedBy(Identifier order, Fact fact) {
        return fact.statement() instanceof Statement.Line line
                        && line.refersTo() != null
                        && fact.key().entity().equals("shipment-lines")
                ? Said.saying(
                        fact,
                        Said.referringTo(
                                line,
                                new Statement.LineRef(order, line.refersTo().line())))
                : fact;
    }

    private static Fact versioned(Fact fact, SourceVersion version) {
        return Said.with(fact, fact.key(), version, fact.op());
    }

    private static Flaw arriving(BiFunction<Fact, Integer, @Nullable Fact> change) {
        return new Flaw() {
            @Override
            public @Nullable Fact arriving(Fact fact, int arrival) {
                return change.apply(fact, arrival);
            }
        };
    }

    private static Flaw carrying(Predicate<Message> carried) {
        return new Flaw() {
            @Override
            public boolean carries(Message message) {
                return carried.test(message);
            }
        };
    }

    private static Flaw projected(Function<Fact, Fact> change) {
        return new Flaw() {
            @Override
            public Collection<Fact> projected(Identifier topmost, Collection<Fact> facts) {
                return facts.stream().map(change).toList();
            }
        };
    }
}
