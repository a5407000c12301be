package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.OPEN;
import static io.crossdock.order.fact.DocumentState.POSTED;
import static io.crossdock.order.fact.DocumentState.RECEIVED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static io.crossdock.order.status.ALine.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierType;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.fact.Statement.OrderHeader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R81 to R83: what a person should know, and what somebody says who does not decide it. */
class FindingsTest {

    private static OrderStory accepted() {
        return OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .inWarehouseAs("W-1");
    }

    /** R81. */
    @Test
    void shouldSayThatMoreIsAllocatedThanOrdered() {
        // When
        OrderStatus over = accepted().allocates("1", "A-100", "10", "12", "0").status();
        OrderStatus shipped = accepted()
                .allocates("1", "A-100", "10", "10", "0")
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "12")
                .status();

        // Then
        assertThat(over.exceptions()).containsExactly(OrderException.Type.OVER_ALLOCATED);
        assertThat(over.status()).isEqualTo(FulfilmentStatus.ALLOCATED);
        assertThat(shipped.exceptions()).containsExactly(OrderException.Type.OVER_SHIPPED);
    }

    /** R81. */
    @Test
    void shouldSayThatMoreCameBackThanLeft() {
        // Given
        OrderStory story = accepted().shipment("S-1", SHIPPED).holding("S-1", "1", "1", "A-100", "4");

        // When
        Projected all = story.returned("R-1", RECEIVED, "1", "4").projected();
        Projected more = story.returned("R-2", RECEIVED, "1", "1").projected();

        // Then
        assertThat(all.exceptions()).isEmpty();
        assertThat(more.exceptions())
                .extracting(OrderException::type)
                .containsExactly(OrderException.Type.ORPHAN_RETURN);
    }

    /** R81, R33: what came back and was never ordered makes no line, and changes no status. */
    @Test
    void shouldSayThatSomethingCameBackThatNoLineHolds() {
        // Given
        OrderStory story = accepted().shipment("S-1", SHIPPED).holding("S-1", "1", "1", "A-100", "10");

        // When
        Projected projected = story.header("return", DocumentType.RETURN, "R-1", RECEIVED, null, null, null)
                .line("return", "R-1", aLine("1").of("Z-9").holding("1"))
                .projected();

        // Then
        assertThat(projected.exceptions()).extracting(OrderException::subject).containsExactly("erp:return:R-1");
        assertThat(projected.status().status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(projected.status().lines()).hasSize(1);
    }

    /** R82. */
    @Test
    void shouldSayThatASystemHoldsTheOrderTwice() {
        // Given
        Identifier again = Identifier.parse("erp:sales-order:SO-2");
        OrderStory story = accepted();
        Link sameAs = new Link(Link.Kind.SAME_AS, again, story.crm, Link.Rule.EXPLICIT);

        // When
        OrderStatus copy = story.put(again, "sales-orders", "SO-2", List.of(sameAs), headerWithKey("ord_1"))
                .status();
        OrderStatus twice = story.put(
                        again,
                        "sales-orders",
                        "SO-2",
                        List.of(sameAs),
                        OrderStory.header(OrderHeader.State.ACCEPTED, null, false, null))
                .status();

        // Then
        assertThat(copy.exceptions()).isEmpty();
        assertThat(twice.exceptions()).containsExactly(OrderException.Type.DUPLICATE_IN_TARGET);
    }

    private static Statement headerWithKey(String ourKey) {
        return OrderStory.header(OrderHeader.State.ACCEPTED, null, false, ourKey);
    }

    /** R82, R18: two sources name two parents of one document, and none is taken. */
    @Test
    void shouldSayThatADocumentHasRivalParents() {
        // Given
        Map<String, IdentifierType> types = new HashMap<>(Spine.TYPES.byName());
        types.put("ups:tracking", new IdentifierType(3, 1, 0, null));
        Projection projection = Spine.withCarrier(new IdentifierTypes(types, Spine.TYPES.orderRank()));
        Identifier number = ShipmentSteps.tracking("1Z-A");
        OrderStory story = accepted()
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "10")
                .shipment("S-2", OPEN);
        Link first = ShipmentSteps.partOf(number, ShipmentSteps.shipment("S-1"));
        Link second = ShipmentSteps.partOf(number, ShipmentSteps.shipment("S-2"));
        Link member = new Link(Link.Kind.SAME_AS, number, story.crm, Link.Rule.EXPLICIT);

        // When
        Projected projected = story.put(number, "derived-link", "1", List.of(first), new Statement.Alias())
                .put(number, "derived-link", "2", List.of(second), new Statement.Alias())
                .put(number, "derived-link", "3", List.of(member), new Statement.Alias())
                .by(projection);

        // Then
        assertThat(projected.exceptions()).singleElement().satisfies(found -> {
            assertThat(found.type()).isEqualTo(OrderException.Type.AMBIGUOUS);
            assertThat(found.subject()).isEqualTo("ups:tracking:1Z-A");
            assertThat(found.detail()).contains("S-1, wms-east:shipment:S-2");
        });
    }

    /** R83: the ERP counts other units shipped than the warehouse. */
    @Test
    void shouldNoteAFigureThatDiffersFromItsOwners() {
        // Given
        OrderStory story = accepted().shipment("S-1", SHIPPED).holding("S-1", "1", "1", "A-100", "4");
        story.erpLine(aLine("10").naming(story.crm, "1").holding("10").counting(Quantity.SHIPPED, "6"));

        // When
        Projected projected = story.projected();
        Projected agreed = story.erpLine(
                        aLine("10").naming(story.crm, "1").holding("10").counting(Quantity.SHIPPED, "4"))
                .projected();

        // Then
        assertThat(projected.contradictions()).singleElement().satisfies(found -> {
            assertThat(found.subject()).isEqualTo("line:1");
            assertThat(found.quantity()).isEqualTo(Quantity.SHIPPED);
            assertThat(found.owner()).isEqualTo("wms-east/shipment-lines");
            assertThat(found.owned()).isEqualTo(new BigDecimal("4"));
            assertThat(found.other()).isEqualTo("erp/sales-order-lines");
            assertThat(found.stated()).isEqualTo(new BigDecimal("6"));
            assertThat(found.since())
                    .isEqualTo(newest(story, "sales-order-lines").minusSeconds(60));
        });
        assertThat(agreed.contradictions()).isEmpty();
        assertThat(agreed.contentHash()).isEqualTo(projected.contentHash());
    }

    /** R83: once the ERP decides the content, a CRM that still shows the old quantity contradicts it. */
    @Test
    void shouldNoteThatTheCrmStillShowsTheOldQuantity() {
        // Given
        OrderStory entered = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .enteredInErpAs("SO-1")
                .erpSays("1", "8", "0");

        // When
        List<Contradiction> before = entered.projected().contradictions();
        List<Contradiction> after = entered.erpHeader(OrderHeader.State.ACCEPTED, OrderHeader.Credit.APPROVED, false)
                .projected()
                .contradictions();

        // Then
        assertThat(before).isEmpty();
        assertThat(after).extracting(Contradiction::quantity).containsExactly(Quantity.ORDERED);
        assertThat(after).extracting(Contradiction::other).containsExactly("crm/order-items");
    }

    /** R83: a document that is a view of the same shipment contradicts nothing. */
    @Test
    void shouldFindNoContradictionInAnErpDelivery() {
        // When
        Projected projected = accepted()
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "4")
                .erpDelivery("D-1", "1", "9")
                .invoice("I-1", POSTED, "1", "4")
                .projected();

        // Then
        assertThat(projected.contradictions()).isEmpty();
    }

    private static Instant newest(OrderStory story, String entity) {
        return story.facts().stream()
                .filter(fact -> fact.key().entity().equals(entity))
                .map(Fact::recordedAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
