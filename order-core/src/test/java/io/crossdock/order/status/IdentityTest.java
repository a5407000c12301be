package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.CANCELLED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.fact.Statement.Line.Kind;
import io.crossdock.order.fact.Statement.LineRef;
import io.crossdock.order.fact.Statement.OrderHeader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R20 to R24 and R31 to R34: which records, documents and lines are one order. */
class IdentityTest {

    private static OrderStory accepted() {
        return OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .withLine("2", "B-200", "10")
                .acceptedInErpAs("SO-1")
                .inWarehouseAs("W-1");
    }

    private static OrderStatus.Line line(OrderStatus status, String number) {
        return status.lines().stream()
                .filter(line -> line.line().equals(number))
                .findFirst()
                .orElseThrow();
    }

    /** R20, R21. */
    @Test
    void shouldKnowItsNamesAndItsDocumentsApart() {
        // When
        Projected projected = accepted().shipment("S-1", SHIPPED).projected();

        // Then
        assertThat(projected.members())
                .extracting(Identifier::toString)
                .containsExactly("crm:order:C-5", "erp:sales-order:SO-1", "wms-east:order:W-1");
        assertThat(projected.status().identifiers())
                .extracting(Identifier::toString)
                .contains("wms-east:shipment:S-1", "crm:order:C-5");
    }

    /** R21: a shared shipment is in both orders; its lines are each in one. */
    @Test
    void shouldCountOnlyItsOwnLinesOfAConsolidatedShipment() {
        // Given
        LineRef elsewhere = new LineRef(Identifier.parse("erp:sales-order:SO-2"), "10");
        OrderStory story = accepted()
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "4")
                .holding("S-1", "2", elsewhere, "A-100", "EA", "6");

        // When
        OrderStatus status = story.status();

        // Then
        assertThat(line(status, "1").quantities().get(Quantity.SHIPPED)).isEqualTo("4");
        assertThat(status.lines()).hasSize(2);
        assertThat(status.identifiers()).doesNotContain(elsewhere.document());
        assertThat(status.shipments()).hasSize(1);
    }

    /** R21: a shipment that holds nothing of this order tells it no milestone. */
    @Test
    void shouldHaveNoShippedMilestoneOfAShipmentWithoutLinesOfThisOrder() {
        // Given
        LineRef elsewhere = new LineRef(Identifier.parse("erp:sales-order:SO-2"), "10");

        // When
        Projected projected = accepted()
                .shipment("S-1", SHIPPED)
                .holding("S-1", "2", elsewhere, "A-100", "EA", "6")
                .projected();

        // Then
        assertThat(projected.milestones()).extracting(MilestoneStamp::subject).doesNotContain("wms-east:shipment:S-1");
    }

    /** R22: what we noted for ourselves is no content. */
    @Test
    void shouldNotChangeWhenAReceiptOrAnAliasArrives() {
        // Given
        OrderStory story = accepted();
        String before = story.projected().contentHash();
        Identifier ourName = Identifier.parse("crossdock:order:ord_x");

        // When
        story.put(
                story.crm,
                "receipts",
                "crm",
                List.of(),
                new Statement.Receipt(
                        "crm",
                        "C-5",
                        new OrderVersion(1, 3),
                        "ab",
                        Statement.Receipt.Outcome.APPLIED,
                        null,
                        null,
                        null));
        story.put(
                story.crm,
                "former",
                "x",
                List.of(),
                new Statement.FormerOrder("ord_x", new OrderVersion(1, 1), "cd", story.crm, true));
        story.put(
                ourName,
                "order-ids",
                "ord_x",
                List.of(new Link(Link.Kind.SAME_AS, ourName, story.crm, Link.Rule.ECHO)),
                new Statement.Alias());

        // Then
        assertThat(story.projected().contentHash()).isEqualTo(before);
    }

    /** R23: the order keeps its name when the copy that we made elsewhere joins. */
    @Test
    void shouldNeverTakeACopyForTheRoot() {
        // Given
        OrderStory story = OrderStory.anOrderNotYetHeardOf("C-9");
        Identifier captured = Identifier.parse("erp:sales-order:SO-9");
        story.put(
                captured,
                "sales-orders",
                "SO-9",
                List.of(),
                OrderStory.header(OrderHeader.State.ACCEPTED, null, false, null));
        Projected alone = Spine.withoutDeliveryFeed().project(captured, story.facts());

        // When
        Link echo = new Link(Link.Kind.SAME_AS, captured, story.crm, Link.Rule.ECHO);
        story.put(
                story.crm,
                "orders",
                "C-9",
                List.of(echo),
                OrderStory.header(OrderHeader.State.CAPTURED, null, false, "erp:SO-9"));
        story.put(captured, "derived-link", "crm:order:C-9>SO-9", List.of(echo), new Statement.Alias());
        Projected joined = story.projected();

        // Then
        assertThat(alone.root()).isEqualTo(captured);
        assertThat(joined.root()).isEqualTo(captured);
        assertThat(joined.orderId()).isEqualTo(alone.orderId());
        assertThat(joined.awaiting()).isFalse();
    }

    /** R24: a warehouse order alone is an orphan; an order whose record is late is awaited. */
    @Test
    void shouldHaveNoNameBeforeTheOrderIsCaptured() {
        // Given
        Identifier shipment = OrderStory.shipment("S-1");
        OrderStory orphan = OrderStory.anOrderNotYetHeardOf("C-5")
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", null, "A-100", "EA", "4");
        OrderStory late = OrderStory.anOrderNotYetHeardOf("C-5").withLine("1", "A-100", "10");

        // When
        Projected alone = Spine.withoutDeliveryFeed().project(shipment, orphan.facts());
        Projected awaited = late.projected();

        // Then
        assertThat(alone.root()).isNull();
        assertThat(alone.orderId()).isNull();
        assertThat(alone.awaiting()).isFalse();
        assertThat(awaited.root()).isNull();
        assertThat(awaited.awaiting()).isTrue();
        assertThat(late.capturedAs(OrderHeader.State.CAPTURED).projected().orderId())
                .startsWith("ord_");
    }

    /** R31: references lead to the root's number. */
    @Test
    void shouldFollowReferencesToTheRootsNumbering() {
        // When
        OrderStatus status = accepted()
                .allocates("1", "OTHER-NAME", "10", "7", "0")
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", new LineRef(Identifier.parse("wms-east:order:W-1"), "1"), "A-100", "EA", "2")
                .status();

        // Then
        assertThat(status.lines()).extracting(OrderStatus.Line::line).containsExactly("1", "2");
        assertThat(line(status, "1").quantities().get(Quantity.ALLOCATED)).isEqualTo("7");
        assertThat(line(status, "1").quantities().get(Quantity.SHIPPED)).isEqualTo("2");
    }

    /** R31: a row that cannot know its parent's name names its own document, and the links lead on. */
    @Test
    void shouldFollowTheLinksWhenARowNamesItsOwnDocument() {
        // Given
        Identifier warehouse = Identifier.parse("wms-east:order:W-1");
        Identifier salesOrder = Identifier.parse("erp:sales-order:SO-1");
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .withLine("2", "A-100", "4")
                .enteredInErpAs("SO-1")
                .inWarehouseAs("W-1");

        // When
        OrderStatus status = story.put(
                        salesOrder,
                        "sales-order-lines",
                        "SO-1|20",
                        List.of(),
                        counted("20", salesOrder, "2", Quantity.ORDERED))
                .put(warehouse, "order-lines", "W-1|20", List.of(), counted("20", warehouse, "20", Quantity.ALLOCATED))
                .status();

        // Then
        assertThat(status.lines()).hasSize(2);
        assertThat(line(status, "1").quantities().get(Quantity.ALLOCATED)).isEqualTo("0");
        assertThat(line(status, "2").quantities().get(Quantity.ALLOCATED)).isEqualTo("4");
    }

    private static Statement.Line counted(String line, Identifier document, String refersTo, Quantity quantity) {
        return new Statement.Line(
                line,
                new LineRef(document, refersTo),
                "A-100",
                "EA",
                Kind.GOODS,
                Statement.Line.Fulfilment.STOCK,
                null,
                Map.of(quantity, new BigDecimal("4")),
                false);
    }

    /** R32: without a reference an equal number counts, then the only line of the article. */
    @Test
    void shouldFindTheLineByNumberAndThenByArticle() {
        // When
        OrderStatus status = accepted()
                .shipment("S-1", SHIPPED)
                .holding("S-1", "2", null, "B-200", "EA", "3")
                .holding("S-1", "7", null, "A-100", "EA", "4")
                .status();

        // Then
        assertThat(line(status, "1").quantities().get(Quantity.SHIPPED)).isEqualTo("4");
        assertThat(line(status, "2").quantities().get(Quantity.SHIPPED)).isEqualTo("3");
    }

    /** R33: what fits nowhere is a line of its own, and unknown. */
    @Test
    void shouldMakeALineOfItsOwnOfWhatNobodyOrdered() {
        // When
        OrderStatus status = accepted()
                .shipment("S-1", SHIPPED)
                .holding("S-1", "2", null, "Z-900", "EA", "3")
                .status();

        // Then
        assertThat(line(status, "wms-east:shipment:S-1/2").known()).isFalse();
        assertThat(status.complete()).isFalse();
    }

    /** R33: a load of several orders was planned, one of them unnamed, and given up. */
    @Test
    void shouldForgetWhatNobodyOrderedWithTheDocumentThatBroughtIt() {
        // When
        OrderStatus status = accepted()
                .shipment("S-2", CANCELLED)
                .holding("S-2", "2", null, "Z-900", "EA", "3")
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "10")
                .holding("S-1", "2", "2", "B-200", "10")
                .status();

        // Then
        assertThat(status.lines()).extracting(OrderStatus.Line::line).containsExactly("1", "2");
        assertThat(status.complete()).isTrue();
        assertThat(status.status()).isEqualTo(FulfilmentStatus.SHIPPED);
    }

    /** R33: one article in two units stays two lines. */
    @Test
    void shouldKeepTwoUnitsOfOneArticleApart() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "EA", Kind.GOODS, "12", "0")
                .withLine("2", "A-100", "CS", Kind.GOODS, "2", "0")
                .acceptedInErpAs("SO-1")
                .shipment("S-1", SHIPPED)
                .holding("S-1", "9", null, "A-100", "CS", "2");

        // When
        OrderStatus status = story.status();

        // Then
        assertThat(line(status, "1").quantities().get(Quantity.SHIPPED)).isEqualTo("0");
        assertThat(line(status, "2").quantities().get(Quantity.SHIPPED)).isEqualTo("2");
    }

    /** R34: content is the capturing system's until the owner accepts. */
    @Test
    void shouldTakeTheContentFromTheErpOnceItHasAccepted() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .enteredInErpAs("SO-1")
                .erpSays("1", "8", "0");

        // When
        OrderStatus entered = story.status();
        OrderStatus accepted = story.erpHeader(OrderHeader.State.ACCEPTED, OrderHeader.Credit.APPROVED, false)
                .status();

        // Then
        assertThat(line(entered, "1").quantities().get(Quantity.ORDERED)).isEqualTo("10");
        assertThat(line(accepted, "1").quantities().get(Quantity.ORDERED)).isEqualTo("8");
    }
}
