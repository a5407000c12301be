package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.POSTED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static io.crossdock.order.status.ALine.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.fact.Statement.OrderHeader;
import io.crossdock.order.status.OrderStatus.Billing;
import io.crossdock.order.status.Ownership.Claim;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R35: a distributor replaces its ERP, order by order; the new one decides from the link on, the old one is a view. */
class CutOverTest {

    private static final Identifier COPY = Identifier.parse("erp-new:sales-order:N-1");
    private static final Identifier NEW_INVOICE = Identifier.parse("erp-new:invoice:NI-1");

    private static Projection twoErps() {
        List<Claim> claims = new ArrayList<>(Spine.claims());
        Spine.claim(claims, "erp-new", "sales-orders", null, "accepted", "credit-approved");
        Spine.claim(claims, "erp-new", "sales-order-lines", null, "ordered", "cancelled");
        Spine.claim(claims, "erp-new", "invoice-lines", null, "invoiced");
        return new Projection(Spine.TYPES, Ownership.of(claims, Map.of("erp-new", "erp")));
    }

    private static OrderStory inTheOldErp() {
        return OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "4")
                .invoice("I-1", POSTED, "1", "4");
    }

    private static OrderStory copied(OrderStory story) {
        Link sameAs = new Link(Link.Kind.SAME_AS, COPY, story.erp(), Link.Rule.EXPLICIT);
        return story.put(
                        COPY,
                        "sales-orders",
                        "N-1",
                        List.of(sameAs),
                        OrderStory.header(OrderHeader.State.ACCEPTED, OrderHeader.Credit.APPROVED, false, null))
                .put(
                        COPY,
                        "sales-order-lines",
                        "N-1|100",
                        List.of(),
                        aLine("100")
                                .of("A-100")
                                .naming(story.erp(), "10")
                                .holding("9")
                                .counting(Quantity.CANCELLED, "1")
                                .said());
    }

    private static BigDecimal quantity(Projected projected, Quantity quantity) {
        return projected.status().lines().getFirst().quantities().getOrDefault(quantity, new BigDecimal("-1"));
    }

    @Test
    void shouldGoByTheOldErpWhileTheNewOneDoesNotKnowTheOrder() {
        // When
        Projected projected = inTheOldErp().by(twoErps());

        // Then
        assertThat(quantity(projected, Quantity.ORDERED)).isEqualTo("10");
        assertThat(quantity(projected, Quantity.INVOICED)).isEqualTo("4");
        assertThat(projected.status().axes().approval()).isEqualTo(OrderStatus.Approval.ACCEPTED);
    }

    @Test
    void shouldGoByTheNewErpOnceItHasTheOrderAndDoubleNothing() {
        // When
        OrderStory story = copied(inTheOldErp());
        Projected linked = story.by(twoErps());
        Projected invoiced = story.put(
                        NEW_INVOICE,
                        "invoices",
                        "NI-1",
                        List.of(ShipmentSteps.partOf(NEW_INVOICE, COPY)),
                        new Statement.Document(DocumentType.INVOICE, POSTED, null, null, null, null, false))
                .put(
                        NEW_INVOICE,
                        "invoice-lines",
                        "NI-1|1",
                        List.of(),
                        aLine("1").naming(COPY, "100").holding("4").said())
                .by(twoErps());

        // Then
        assertThat(linked.status().lines()).hasSize(1);
        assertThat(quantity(linked, Quantity.ORDERED)).isEqualTo("9");
        assertThat(quantity(linked, Quantity.CANCELLED)).isEqualTo("1");
        assertThat(quantity(linked, Quantity.SHIPPED)).isEqualTo("4");
        assertThat(quantity(linked, Quantity.INVOICED)).isEqualTo("0");
        assertThat(linked.status().axes().billing()).isEqualTo(Billing.NOT_INVOICED);
        assertThat(quantity(invoiced, Quantity.INVOICED)).isEqualTo("4");
        assertThat(invoiced.orderId()).isEqualTo(inTheOldErp().by(twoErps()).orderId());
    }

    @Test
    void shouldGoBackToTheOldErpWhenTheLinkIsTakenBack() {
        // When
        Projected alone =
                copied(inTheOldErp()).without("erp-new", "sales-orders", "N-1").by(twoErps());

        // Then
        assertThat(alone.contentHash()).isEqualTo(inTheOldErp().by(twoErps()).contentHash());
    }

    /** R34: nobody has accepted the order, and the system that captured it is not asked any more. */
    @Test
    void shouldGoByTheNewErpBeforeAnybodyAcceptedWhatTheOldOneCaptured() {
        // Given
        Identifier old = Identifier.parse("erp:sales-order:SO-1");
        OrderStory captured = OrderStory.anOrderNotYetHeardOf("C-5")
                .put(
                        old,
                        "sales-orders",
                        "SO-1",
                        List.of(),
                        OrderStory.header(OrderHeader.State.CAPTURED, OrderHeader.Credit.PENDING, false, null))
                .put(
                        old,
                        "sales-order-lines",
                        "SO-1|10",
                        List.of(),
                        aLine("10").of("A-100").holding("3").said());
        assertThat(quantity(twoErps().project(old, captured.facts()), Quantity.ORDERED))
                .isEqualTo("3");

        // When
        captured.put(
                        COPY,
                        "sales-orders",
                        "N-1",
                        List.of(new Link(Link.Kind.SAME_AS, COPY, old, Link.Rule.EXPLICIT)),
                        OrderStory.header(OrderHeader.State.CAPTURED, OrderHeader.Credit.PENDING, false, null))
                .put(
                        COPY,
                        "sales-order-lines",
                        "N-1|100",
                        List.of(),
                        aLine("100").of("A-100").naming(old, "10").holding("2").said());

        // Then
        Projected projected = twoErps().project(old, captured.facts());
        assertThat(projected.root()).isEqualTo(old);
        assertThat(quantity(projected, Quantity.ORDERED)).isEqualTo("2");
    }

    /** R42: what the old ERP has cancelled is no word about what the new one decides. */
    @Test
    void shouldForgetWhatTheOldErpHasCancelled() {
        // When
        OrderStatus old = inTheOldErp().erpSays("1", "10", "3").by(twoErps()).status();
        OrderStatus taken =
                copied(inTheOldErp().erpSays("1", "10", "3")).by(twoErps()).status();

        // Then
        assertThat(old.lines().getFirst().quantities()).containsEntry(Quantity.CANCELLED, new BigDecimal("3"));
        assertThat(taken.lines().getFirst().quantities()).containsEntry(Quantity.CANCELLED, BigDecimal.ONE);
    }
}
