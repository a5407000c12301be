package io.crossdock.order.mailbox.exhaustive;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.mailbox.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A few identifiers and everything that is ever said about them, small enough to try every order.
 *
 * @param name what it is about
 * @param types the types of its identifiers
 * @param identifiers every identifier that has a mailbox
 * @param facts every home fact, at most 31; each is delivered once, in any order
 * @param overtaking true if messages of one sender to one receiver may overtake each other
 */
public record SmallWorld(
        String name, IdentifierTypes types, List<Identifier> identifiers, List<Fact> facts, boolean overtaking) {

    private static final Identifier S = Facts.id("wms:shipment:S");
    private static final Identifier SO = Facts.id("erp:sales-order:SO");
    private static final Identifier SO2 = Facts.id("erp:sales-order:SO2");
    private static final Identifier C = Facts.id("crm:order:C");
    private static final Identifier S2 = Facts.id("wms:shipment:S2");
    private static final Identifier S3 = Facts.id("wms:shipment:S3");
    private static final IdentifierTypes ONE_ORDER = Facts.types(Map.of("wms:shipment", 1), Map.of());

    /** Those that are looked at completely. */
    public static List<SmallWorld> all() {
        return List.of(moving(), echoed(), reconciled(), divided(), crowd(), lastingCrowd(), overtaken(), restored());
    }

    /** A shipment that moves from one order to the other, while the orders are tied and untied; three lines change. */
    public static SmallWorld moving() {
        return new SmallWorld(
                "a shipment moves while its orders are tied and untied",
                Facts.TYPES,
                List.of(S, SO, C),
                all(
                        linked(S, Facts.partOf(S, SO), Facts.partOf(S, C)),
                        linked(SO, Facts.sameAs(SO, C), null),
                        lines(S, SO, C)),
                false);
    }

    /** The record at the higher order ties the lower one to it and takes it back: a derived link comes and goes. */
    public static SmallWorld echoed() {
        return new SmallWorld(
                "a record of the customer's order ties the sales order and lets it go",
                Facts.TYPES,
                List.of(S, SO, C),
                all(
                        linked(S, Facts.partOf(S, SO), null),
                        linked(C, Facts.sameAs(SO, C, Link.Rule.ECHO), null),
                        lines(S, SO, C)),
                false);
    }

    /** Two sources of a shipment claim different orders, one of them thinks better of it. */
    public static SmallWorld reconciled() {
        return rivals("two sources claim a shipment for different orders until one takes it back", null);
    }

    /** Two sources of a shipment agree at first and then do not. */
    public static SmallWorld divided() {
        return rivals("two sources come to claim a shipment for different orders", Facts.partOf(S, SO2));
    }

    private static SmallWorld rivals(String name, @Nullable Link last) {
        Link first = last == null ? Facts.partOf(S, SO2) : Facts.partOf(S, SO);
        List<Fact> rival = List.of(
                Facts.aliasBy("tms", S, "reference", 1, first),
                last == null ? Facts.aliasBy("tms", S, "reference", 2) : Facts.aliasBy("tms", S, "reference", 2, last));
        List<Fact> own = List.of(Facts.alias(S, "reference", 1, Facts.partOf(S, SO)));
        return new SmallWorld(name, ONE_ORDER, List.of(S, SO, SO2), all(own, rival, lines(S, SO, SO2)), false);
    }

    /** Three shipments name an order that can have one, and one of them leaves. */
    public static SmallWorld crowd() {
        return new SmallWorld(
                "more shipments than it can have name an order",
                Facts.types(Map.of(), Map.of("erp:sales-order", 1)),
                List.of(S, S2, S3, SO),
                all(
                        linked(S, Facts.partOf(S, SO), null),
                        linked(S2, Facts.partOf(S2, SO), null),
                        List.of(Facts.alias(S3, "reference", 1, Facts.partOf(S3, SO))),
                        lines(S, SO)),
                false);
    }

    /** The same with two that stay: the order hears none of them in the end. */
    public static SmallWorld lastingCrowd() {
        return new SmallWorld(
                "more shipments than it can have go on naming an order",
                Facts.types(Map.of(), Map.of("erp:sales-order", 1)),
                List.of(S, S2, S3, SO),
                all(
                        linked(S, Facts.partOf(S, SO), null),
                        List.of(Facts.alias(S2, "reference", 1, Facts.partOf(S2, SO))),
                        List.of(Facts.alias(S3, "reference", 1, Facts.partOf(S3, SO))),
                        lines(S, SO)),
                false);
    }

    /**
     * A shipment leaves its order and returns, and messages overtake each other. As long as nothing is deleted the floors
     * and counters alone put them right.
     */
    public static SmallWorld overtaken() {
        return new SmallWorld(
                "a shipment leaves and returns, messages overtake each other",
                Facts.TYPES,
                List.of(S, SO, C),
                all(
                        linked(S, Facts.partOf(S, SO), Facts.partOf(S, C)),
                        List.of(Facts.alias(S, "reference", 3, Facts.partOf(S, SO))),
                        List.of(Facts.line(S, "1", 1, 2), Facts.line(S, "1", 2, 3), Facts.line(SO, "1", 1, 1))),
                true);
    }

    /** A source is restored: its positions go back, its epoch rises, and records of before still come in. */
    public static SmallWorld restored() {
        return new SmallWorld(
                "a source is restored and its positions go back",
                Facts.TYPES,
                List.of(S, SO, C),
                all(
                        List.of(
                                Facts.alias(S, "reference", 8, Facts.partOf(S, SO)),
                                restored(Facts.alias(S, "reference", 2, Facts.partOf(S, C))),
                                Facts.line(S, "1", 7, 2),
                                Facts.line(S, "1", 9, 3),
                                restored(Facts.line(S, "1", 1, 5)),
                                restored(Facts.deletion(S, "line-1", 3, Op.RETRACT)),
                                restored(Facts.line(S, "1", 4, 6))),
                        lines(SO)),
                false);
    }

    private static Fact restored(Fact fact) {
        return Facts.withVersion(fact, new SourceVersion(2, fact.version().position(), 1));
    }

    /** A warehouse order is two orders at once and so ties them, then is one of them; the shipment changes sides. */
    public static SmallWorld third() {
        Identifier w = Facts.id("wms:order:W");
        return new SmallWorld(
                "a third order ties two and lets them go, a shipment changes sides",
                Facts.TYPES,
                List.of(S, w, SO, C),
                all(
                        linked(S, Facts.partOf(S, w), Facts.partOf(S, SO)),
                        linked(w, Facts.sameAs(w, SO), null),
                        all(
                                List.of(Facts.alias(w, "second", 1, Facts.sameAs(w, C)), Facts.alias(w, "second", 2)),
                                lines(S, w, SO, C))),
                false);
    }

    /** The same, each record delivered a second time with another stamp of landing. */
    SmallWorld deliveredTwice() {
        List<Fact> twice = new ArrayList<>(facts);
        facts.forEach(fact -> twice.add(Facts.landedAt(fact, fact.landedAt().plusSeconds(30), "again")));
        return new SmallWorld(name + ", twice", types, identifiers, twice, overtaking);
    }

    /** The mailbox that a home fact is delivered to. */
    int home(int fact) {
        return identifiers.indexOf(facts.get(fact).home());
    }

    @Override
    public String toString() {
        return name;
    }

    /** A row that names one parent and then another, or none any more. */
    private static List<Fact> linked(Identifier home, Link first, @Nullable Link then) {
        return List.of(
                Facts.alias(home, "reference", 1, first),
                then == null
                        ? Facts.deletion(home, "reference", 2, Op.RETRACT)
                        : Facts.alias(home, "reference", 2, then));
    }

    /** A line of each, which changes once; the line of the first is deleted. */
    private static List<Fact> lines(Identifier... homes) {
        List<Fact> lines = new ArrayList<>();
        for (Identifier home : homes) {
            lines.add(Facts.line(home, "1", 1, 2));
            lines.add(lines.size() == 1 ? Facts.deletion(home, "line-1", 2, Op.RETRACT) : Facts.line(home, "1", 2, 3));
        }
        return lines;
    }

    @SafeVarargs
    private static List<Fact> all(List<Fact>... parts) {
        List<Fact> all = new ArrayList<>();
        for (List<Fact> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
