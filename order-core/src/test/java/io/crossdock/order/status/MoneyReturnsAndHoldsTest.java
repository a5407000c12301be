package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.CANCELLED;
import static io.crossdock.order.fact.DocumentState.CLOSED;
import static io.crossdock.order.fact.DocumentState.DELIVERED;
import static io.crossdock.order.fact.DocumentState.OPEN;
import static io.crossdock.order.fact.DocumentState.POSTED;
import static io.crossdock.order.fact.DocumentState.RECEIVED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static io.crossdock.order.status.ALine.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement.Line.Kind;
import io.crossdock.order.status.OrderStatus.Billing;
import io.crossdock.order.status.OrderStatus.Cancellation;
import io.crossdock.order.status.OrderStatus.Hold;
import io.crossdock.order.status.OrderStatus.Payment;
import io.crossdock.order.status.OrderStatus.Returns;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R63, R64 and R66 to R68: what happens beside the goods, and when an order is done. */
class MoneyReturnsAndHoldsTest {

    private static OrderStory shipped() {
        return OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "10");
    }

    private static OrderStory billed() {
        return shipped().invoice("I-1", POSTED, "1", "10");
    }

    private static Payment payment(OrderStory story) {
        return story.status().axes().payment();
    }

    private static Returns returns(OrderStory story) {
        return story.status().axes().returns();
    }

    /** R64. */
    @Test
    void shouldCompareWhatIsPaidWithWhatIsInvoicedInEachCurrency() {
        // Given
        OrderStory story = shipped().invoiceOver("I-1", POSTED, "100.00", "USD");

        // When, Then
        assertThat(payment(story)).isEqualTo(Payment.UNKNOWN);
        assertThat(payment(story.payment("P-1", OPEN, "100", "USD"))).isEqualTo(Payment.OPEN);
        assertThat(payment(story.payment("P-1", POSTED, "60", "USD"))).isEqualTo(Payment.PARTIALLY_PAID);
        assertThat(payment(story.payment("P-2", POSTED, "40", "CAD"))).isEqualTo(Payment.PARTIALLY_PAID);
        assertThat(payment(story.payment("P-3", POSTED, "40.000", "USD"))).isEqualTo(Payment.PAID);
        assertThat(payment(story.invoiceOver("I-2", OPEN, "50", "CAD"))).isEqualTo(Payment.PAID);
        assertThat(payment(story.invoiceOver("I-2", POSTED, "50", "CAD"))).isEqualTo(Payment.PARTIALLY_PAID);
        assertThat(payment(story.creditMemoOver("M-1", "10", "CAD"))).isEqualTo(Payment.PAID);
    }

    /** R64: money that came before any invoice pays nothing yet. */
    @Test
    void shouldNotBePaidBeforeAnythingIsInvoiced() {
        // When
        OrderStory story = shipped().payment("P-1", POSTED, "100", "USD");

        // Then
        assertThat(payment(story)).isEqualTo(Payment.PARTIALLY_PAID);
        assertThat(story.status().milestones())
                .extracting(OrderStatus.Reach::milestone)
                .contains(Milestone.PAID);
        assertThat(story.status().milestones())
                .noneMatch(reach -> reach.subject().equals("order") && reach.milestone() == Milestone.PAID);
    }

    /** R74: an order is paid with its last payment. */
    @Test
    void shouldDatePaidByTheLastPayment() {
        // When
        Projected projected = shipped()
                .invoiceOver("I-1", POSTED, "100", "USD")
                .payment("P-2", POSTED, "50", "USD")
                .payment("P-1", POSTED, "50", "USD")
                .projected();

        // Then
        assertThat(projected.milestones())
                .filteredOn(stamp -> stamp.subject().equals("order") && stamp.milestone() == Milestone.PAID)
                .extracting(stamp -> stamp.key().primaryKey())
                .containsExactly("P-1");
    }

    /** R66. */
    @Test
    void shouldFollowAReturnFromRequestToReceipt() {
        // Given
        OrderStory story = shipped();

        // When, Then
        assertThat(returns(story)).isEqualTo(Returns.NONE);
        assertThat(returns(story.returned("R-1", OPEN, "1", "4"))).isEqualTo(Returns.REQUESTED);
        assertThat(returns(story.returned("R-1", RECEIVED, "1", "4"))).isEqualTo(Returns.PARTIAL);
        assertThat(story.status().lines().getFirst().quantities())
                .containsEntry(Quantity.RETURN_REQUESTED, new BigDecimal("4"))
                .containsEntry(Quantity.RETURN_RECEIVED, new BigDecimal("4"));
        assertThat(returns(story.returned("R-2", CLOSED, "1", "6"))).isEqualTo(Returns.FULL);
        assertThat(story.status().status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(story.status().milestones())
                .anyMatch(reach -> reach.subject().equals("order") && reach.milestone() == Milestone.RETURNED);
        assertThat(returns(story.returned("R-2", CANCELLED, "1", "6"))).isEqualTo(Returns.PARTIAL);
    }

    /** R67. */
    @Test
    void shouldBeHeldByADocumentUntilItIsClosed() {
        // Given
        OrderStory story = shipped();

        // When, Then
        assertThat(hold(story.held("H-1", OPEN, "address"))).isEqualTo(Hold.ORDER);
        assertThat(hold(story.held("H-2", OPEN, "credit"))).isEqualTo(Hold.CREDIT);
        assertThat(hold(story.held("H-2", CLOSED, "credit"))).isEqualTo(Hold.ORDER);
        assertThat(hold(story.held("H-1", CANCELLED, "address"))).isEqualTo(Hold.NONE);
    }

    private static Hold hold(OrderStory story) {
        return story.status().axes().hold();
    }

    /** R63: one invoice over several orders; only the lines that name this order are its. */
    @Test
    void shouldBillOnlyItsOwnLinesOfACollectiveInvoice() {
        // Given
        Identifier elsewhere = Identifier.parse("erp:sales-order:SO-2");
        Identifier invoice = Identifier.parse("erp:invoice:I-1");
        OrderStory story = shipped();

        // When
        OrderStatus status = story.invoice("I-1", POSTED, "1", "10")
                .put(
                        invoice,
                        "invoice-lines",
                        "I-1|2",
                        List.of(ShipmentSteps.partOf(invoice, elsewhere)),
                        aLine("2").naming(elsewhere, "10").holding("7").said())
                .line("invoice", "I-1", aLine("3").of("A-100").holding("5"))
                .status();

        // Then
        assertThat(status.lines().getFirst().quantities()).containsEntry(Quantity.INVOICED, new BigDecimal("10"));
        assertThat(status.axes().billing()).isEqualTo(Billing.INVOICED);
        assertThat(status.lines()).hasSize(1);
    }

    /** R68. */
    @Test
    void shouldBeDoneWhenShippedUntrackedAndBilled() {
        // When, Then
        assertThat(shipped().projected().done()).isFalse();
        assertThat(billed().projected().done()).isTrue();
        assertThat(billed().projectedWithDeliveryFeed().done()).isFalse();
        assertThat(billed().shipment("S-1", DELIVERED)
                        .projectedWithDeliveryFeed()
                        .done())
                .isTrue();
    }

    /** R68: what is still open beside the goods keeps an order open. */
    @Test
    void shouldNotBeDoneWhileAReturnACancelOrAHoldIsOpen() {
        // When, Then
        assertThat(billed().returned("R-1", OPEN, "1", "4").projected().done()).isFalse();
        assertThat(billed().returned("R-1", RECEIVED, "1", "4").projected().done())
                .isTrue();
        assertThat(billed().held("H-1", OPEN, null).projected().done()).isFalse();
        assertThat(billed().asksToCancelAllBy("X-1").projected().done()).isFalse();
        assertThat(billed().asksToCancelAllBy("X-1").status().axes().cancellation())
                .isEqualTo(Cancellation.COMPENSATING);
        assertThat(billed().creditMemo("M-1", POSTED, "1", "10").projected().done())
                .isTrue();
    }

    /** R68. */
    @Test
    void shouldBeDoneWhenCancelledOrClosedShortWithNothingToBill() {
        // When, Then
        assertThat(OrderStory.anOrder("C-5")
                        .withLine("1", "A-100", "10")
                        .acceptedInErpAs("SO-1")
                        .asksToCancelAllBy("X-1")
                        .projected()
                        .done())
                .isTrue();
        assertThat(OrderStory.anOrder("C-5")
                        .withLine("1", "A-100", "10")
                        .acceptedInErpAs("SO-1")
                        .projected()
                        .done())
                .isFalse();
        assertThat(OrderStory.anOrder("C-5").projected().done()).isFalse();
    }

    /** R68: an order of services alone is done when it is billed; it is never called delivered. */
    @Test
    void shouldBeDoneByBillingAloneWhenThereIsNothingToShip() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "INSTALL", "EA", Kind.SERVICE, "1", "0")
                .acceptedInErpAs("SO-1");

        // When
        Projected open = story.projected();
        Projected billed = story.invoice("I-1", POSTED, "1", "1").projected();

        // Then
        assertThat(open.done()).isFalse();
        assertThat(billed.done()).isTrue();
        assertThat(billed.status().status()).isEqualTo(FulfilmentStatus.OPEN);
        assertThat(billed.status().axes().billing()).isEqualTo(Billing.INVOICED);
    }

    /** An order that is done is open again when more is ordered or a shipment is taken back. */
    @Test
    void shouldBeOpenAgainWhenMoreIsOrdered() {
        // When
        Projected more = billed().erpSays("1", "15", "0").projected();
        Projected less = billed().erpSays("1", "6", "0").projected();

        // Then
        assertThat(more.status().status()).isEqualTo(FulfilmentStatus.PARTIALLY_SHIPPED);
        assertThat(more.done()).isFalse();
        assertThat(less.status().status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(less.status().exceptions()).containsExactly(OrderException.Type.OVER_SHIPPED);
        assertThat(less.done()).isTrue();
    }
}
