package io.crossdock.order.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierType;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Origin;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.link.DerivedLinks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R92: an order says why it is what it is. */
class ExplanationTest {

    private static final IdentifierTypes TYPES = new IdentifierTypes(
            Map.of(
                    "ups:tracking", IdentifierType.ofRank(3),
                    "wms-east:shipment", new IdentifierType(5, 2, 0, null),
                    "erp:invoice", new IdentifierType(5, 1, 0, null),
                    "wms-east:order", IdentifierType.ofRank(10),
                    "erp:sales-order", IdentifierType.ofRank(20),
                    "crm:order", IdentifierType.ofRank(30)),
            20);
    private static final Identifier CRM = id("crm:order:801A");
    private static final Identifier ERP = id("erp:sales-order:SO-1042");
    private static final Identifier SHIPMENT = id("wms-east:shipment:S-77");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final List<Fact> facts = new ArrayList<>(List.of(
            header(CRM, "orders", "801A", 5, null),
            header(ERP, "sales-orders", "SO-1042", 17, null, sameAs(ERP, CRM)),
            row(SHIPMENT, "shipments", "S-77", 1041),
            row(SHIPMENT, "shipment-lines", "S-77|1", 1042, partOf(SHIPMENT, ERP)),
            row(SHIPMENT, "cartons", "S-77|1", 1043, partOf(id("ups:tracking:1Z9"), SHIPMENT))));

    @Test
    void shouldSayWhyEachIdentifierBelongs() {
        assertThat(text())
                .containsExactly(
                        "crm:order:801A captured the order: it is the highest record that we did not write ourselves.",
                        "erp:sales-order:SO-1042 has its own record too, but a higher one captured the order.",
                        "erp:sales-order:SO-1042 is the same order as crm:order:801A, because sales-orders SO-1042 names it"
                                + " (explicit reference, raw.erp.sales-orders-2@17).",
                        "ups:tracking:1Z9 is part of wms-east:shipment:S-77, because cartons S-77|1 names it"
                                + " (explicit reference, raw.wms-east.cartons-2@1043).",
                        "wms-east:shipment:S-77 is part of erp:sales-order:SO-1042, because shipment-lines S-77|1 names it"
                                + " (explicit reference, raw.wms-east.shipment-lines-2@1042).");
    }

    @Test
    void shouldLeadThroughEveryLinkToTheRoot() {
        // When
        Belonging tracking = explanation().identifiers().stream()
                .filter(belonging -> belonging.identifier().type().equals("tracking"))
                .findFirst()
                .orElseThrow();

        // Then
        assertThat(tracking.role()).isEqualTo(Belonging.Role.DOCUMENT);
        assertThat(tracking.chain())
                .extracting(because -> because.link().to().toString())
                .containsExactly("wms-east:shipment:S-77", "erp:sales-order:SO-1042", "crm:order:801A");
        assertThat(tracking.chain().getLast().version()).isEqualTo(new SourceVersion(1, 17, 0));
        assertThat(tracking.chain().getLast().since()).isEqualTo(NOON.plusSeconds(17));
    }

    @Test
    void shouldSayWhichRecordIsOurCopyAndThatARecordIsAwaited() {
        // Given: the CRM's record was written by us, and a warehouse order is known by name only
        facts.set(0, header(CRM, "orders", "801A", 6, "erp:SO-1042"));
        Identifier warehouse = id("wms-east:order:W-9");
        facts.add(row(warehouse, "orders", "W-9", 30, sameAs(warehouse, ERP)));

        // Then
        assertThat(text())
                .contains(
                        "erp:sales-order:SO-1042 captured the order: it is the highest record that we did not write ourselves.",
                        "crm:order:801A is our copy: its record carries our key.",
                        "wms-east:order:W-9 names the order, but records of its type do not capture orders.");
        assertThat(explanation().candidates())
                .extracting(Candidate::verdict)
                .containsExactly(Candidate.Verdict.OUR_COPY, Candidate.Verdict.ROOT, Candidate.Verdict.NO_ORDER);
    }

    @Test
    void shouldSayThatNothingCapturedItYet() {
        // Given
        facts.clear();
        facts.add(row(SHIPMENT, "shipment-lines", "S-77|1", 1042, partOf(SHIPMENT, CRM)));

        // Then
        assertThat(text())
                .startsWith(
                        "No record of this order has been heard that captured it; it is held at crm:order:801A.",
                        "crm:order:801A has not been heard itself; only its name is known.");
    }

    @Test
    void shouldSayWhatWasBeatenAndBetweenWhatNothingDecides() {
        // Given
        Identifier invoice = id("erp:invoice:I-1");
        facts.add(row(ERP, "references", "SO-1042", 3, sameAs(ERP, id("crm:order:801B"))));
        facts.add(row(SHIPMENT, "references", "S-77", 9, partOf(SHIPMENT, salesOrder("SO-8"))));
        facts.add(row(invoice, "invoices", "I-1", 40, partOf(invoice, ERP), partOf(invoice, salesOrder("SO-9"))));
        facts.add(row(invoice, "invoice-copies", "I-1", 41, partOf(invoice, SHIPMENT)));

        // Then: an invoice is below a shipment by its name, so it is still part of this order
        assertThat(text())
                .contains(
                        "wms-east:shipment:S-77 is part of erp:sales-order:SO-8 as well, because references S-77 names it"
                                + " (explicit reference, raw.wms-east.references-2@9).",
                        "Not taken: erp:invoice:I-1 is part of erp:sales-order:SO-1042, said by invoices I-1"
                                + " (explicit reference, raw.erp.invoices-2@40), because nothing decides between"
                                + " erp:sales-order:SO-1042 and erp:sales-order:SO-9.",
                        "Not taken: erp:sales-order:SO-1042 is the same order as crm:order:801B, said by references SO-1042"
                                + " (explicit reference, raw.erp.references-2@3), because of a better or newer statement:"
                                + " crm:order:801A.");
    }

    @Test
    void shouldSayWhatPointsDownwardAndWhatHasNotFollowed() {
        // Given
        facts.add(row(CRM, "notes", "1", 8, sameAs(CRM, ERP)));
        facts.add(row(CRM, "echoes", "1", 9, sameAs(id("erp:sales-order:SO-7"), CRM)));

        // Then
        assertThat(explanation().notTaken())
                .extracting(NotTaken::reason)
                .containsExactly(NotTaken.Reason.DOWNWARD, NotTaken.Reason.NOT_FOLLOWED);
        assertThat(text())
                .contains(
                        "Not taken: erp:sales-order:SO-7 is the same order as crm:order:801A, said by echoes 1"
                                + " (explicit reference, raw.crm.echoes-2@9), because erp:sales-order:SO-7 has not followed it.");
    }

    @Test
    void shouldTellTheRowBehindADerivedLinkIfItIsInTheOrder() {
        // Given
        Identifier third = id("erp:sales-order:SO-3");
        Link echoed = new Link(Link.Kind.SAME_AS, third, CRM, Link.Rule.ECHO);
        Fact derived = DerivedLinks.fact(
                new FactKey("crm", DerivedLinks.ENTITY, "x"), echoed, Op.ASSERT, 4, row(CRM, "echoes", "1", 9));
        facts.add(derived);
        String elsewhere =
                "erp:sales-order:SO-3 is the same order as crm:order:801A, because a record elsewhere ties the"
                        + " two (our key came back, raw.crm.echoes-2@9).";

        // Then
        assertThat(text()).contains(elsewhere);

        // When
        facts.add(row(CRM, "echoes", "1", 9, echoed));

        // Then
        assertThat(text())
                .doesNotContain(elsewhere)
                .contains("erp:sales-order:SO-3 is the same order as crm:order:801A,"
                        + " because echoes 1 names it (our key came back, raw.crm.echoes-2@9).");
    }

    @Test
    void shouldNameFormerIdsAndDependOnNothingButTheFacts() {
        // Given
        facts.add(fact(
                ERP,
                "former-orders",
                "SO-1042",
                2,
                new Statement.FormerOrder("ord_7", new OrderVersion(1, 3), "ab", null, true)));
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.reverse(shuffled);

        // Then
        assertThat(text()).endsWith("ord_7 was the id of a part of this order and answers with it.");
        assertThat(Explanation.of(CRM, shuffled, TYPES)).isEqualTo(explanation());
    }

    @Test
    void shouldLeadToTheRootAndWhereThatIsNotAboveToTheHighestName() {
        // Given: the highest name is our copy, and the warehouse's order names it alone
        facts.set(0, header(CRM, "orders", "801A", 6, "erp:SO-1042"));
        Identifier warehouse = id("wms-east:order:W-9");
        facts.add(row(warehouse, "orders", "W-9", 30, sameAs(warehouse, CRM)));

        // Then
        assertThat(chainOf(SHIPMENT)).containsExactly("erp:sales-order:SO-1042");
        assertThat(chainOf(warehouse)).containsExactly("crm:order:801A");
        assertThat(chainOf(CRM)).isEmpty();
    }

    @Test
    void shouldTellTheRecordsOwnReferenceBeforeWhatFollowsFromAnother() {
        // Given: the CRM names the sales order, and the sales order names the CRM's
        Identifier third = id("erp:sales-order:SO-3");
        Fact stated = row(CRM, "references", "1", 9, sameAs(third, CRM));
        facts.add(stated);
        facts.add(DerivedLinks.fact(
                new FactKey("crm", DerivedLinks.ENTITY, "x"), sameAs(third, CRM), Op.ASSERT, 4, stated));
        facts.add(row(third, "sales-orders", "SO-3", 12, sameAs(third, CRM)));

        // Then
        assertThat(text())
                .contains("erp:sales-order:SO-3 is the same order as crm:order:801A, because sales-orders SO-3 names it"
                        + " (explicit reference, raw.erp.sales-orders-2@12).");
    }

    @Test
    void shouldNotSpeakOfWhatWasDeleted() {
        // Given
        Explanation before = explanation();
        Identifier tracking = id("ups:tracking:1Z9");
        FactKey scan = new FactKey("ups", "scans", "1");
        facts.add(DerivedLinks.fact(scan, partOf(tracking, SHIPMENT), Op.RETRACT, 4, facts.getFirst()));

        // Then
        assertThat(explanation()).isEqualTo(before);
    }

    @Test
    void shouldNameOnlyTheWinnersOfTheSameContest() {
        // Given: an invoice is part of a shipment, and of one of two sales orders
        Identifier invoice = id("erp:invoice:I-1");
        Link echoed = new Link(Link.Kind.PART_OF, invoice, salesOrder("SO-9"), Link.Rule.ECHO);
        facts.add(row(invoice, "invoices", "I-1", 40, partOf(invoice, ERP), echoed, partOf(invoice, SHIPMENT)));

        // Then
        assertThat(explanation().notTaken()).singleElement().satisfies(lost -> {
            assertThat(lost.reason()).isEqualTo(NotTaken.Reason.BEATEN);
            assertThat(lost.others()).containsExactly(ERP);
        });
    }

    @Test
    void shouldSayOnceWhyALinkIsNotTakenThatAnotherRecordStated() {
        // Given: an echo that the sales order heard of, and that its own reference beats
        Link echoed = new Link(Link.Kind.SAME_AS, ERP, id("crm:order:801B"), Link.Rule.ECHO);
        Fact stated = row(CRM, "echoes", "1", 9, echoed);
        facts.add(stated);
        facts.add(DerivedLinks.fact(new FactKey("crm", DerivedLinks.ENTITY, "x"), echoed, Op.ASSERT, 4, stated));

        // Then
        assertThat(explanation().notTaken()).extracting(NotTaken::reason).containsExactly(NotTaken.Reason.BEATEN);
    }

    @Test
    void shouldListEachRowThatStatesALinkThatIsNotTakenByItsKey() {
        // Given
        facts.add(row(CRM, "notes", "2", 8, sameAs(CRM, ERP)));
        facts.add(row(CRM, "notes", "1", 9, sameAs(CRM, ERP)));

        // Then
        assertThat(explanation().notTaken())
                .extracting(lost -> lost.stated().fact().primaryKey())
                .containsExactly("1", "2");
    }

    private List<String> chainOf(Identifier identifier) {
        return explanation().identifiers().stream()
                .filter(belonging -> belonging.identifier().equals(identifier))
                .flatMap(belonging -> belonging.chain().stream())
                .map(because -> because.link().to().toString())
                .toList();
    }

    private Explanation explanation() {
        return Explanation.of(CRM, facts, TYPES);
    }

    private List<String> text() {
        return ExplanationText.of(explanation());
    }

    private static Identifier salesOrder(String number) {
        return id("erp:sales-order:" + number);
    }

    private static Identifier id(String text) {
        return Identifier.parse(text);
    }

    private static Link sameAs(Identifier from, Identifier to) {
        return new Link(Link.Kind.SAME_AS, from, to, Link.Rule.EXPLICIT);
    }

    private static Link partOf(Identifier from, Identifier to) {
        return new Link(Link.Kind.PART_OF, from, to, Link.Rule.EXPLICIT);
    }

    private static Fact header(
            Identifier home, String entity, String key, long version, @Nullable String ourKey, Link... links) {
        Statement header = new Statement.OrderHeader(
                Statement.OrderHeader.State.CAPTURED, null, null, null, null, false, null, null, ourKey, null);
        return fact(home, entity, key, version, header, links);
    }

    private static Fact row(Identifier home, String entity, String key, long version, Link... links) {
        return fact(home, entity, key, version, new Statement.Alias(), links);
    }

    private static Fact fact(Identifier home, String entity, String key, long version, Statement says, Link... links) {
        return new Fact(
                new FactKey(home.connection(), entity, key),
                home,
                new SourceVersion(1, version, 0),
                Op.ASSERT,
                Origin.LIVE,
                null,
                NOON.plusSeconds(version),
                NOON.plusSeconds(version + 1),
                Map.of(),
                List.of(links),
                says,
                Map.of(),
                "raw." + home.connection() + "." + entity + "-2@" + version,
                null);
    }
}
