package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.DELIVERED;
import static io.crossdock.order.fact.DocumentState.PICKED;
import static io.crossdock.order.fact.DocumentState.RELEASED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static io.crossdock.order.status.ALine.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement.OrderHeader;
import io.crossdock.order.status.OrderStatus.Cancellation;
import io.crossdock.order.status.Ownership.Claim;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R42, R45 and R62: units that are cancelled or short-closed, on an order of one line of 10 EA. */
class WithdrawnUnitsTest {

    private static OrderStory accepted() {
        return OrderStory.anOrder("C-5").withLine("1", "A-100", "10").acceptedInErpAs("SO-1");
    }

    private static OrderStory shipped(String units) {
        return accepted().shipment("S-1", SHIPPED).holding("S-1", "1", "1", "A-100", units);
    }

    private static @Nullable BigDecimal quantity(OrderStatus status, Quantity quantity) {
        return status.lines().getFirst().quantities().get(quantity);
    }

    @Test
    void shouldBeShippedWhenFourAreShippedAndTheRestIsCancelled() {
        // When
        OrderStatus status = shipped("4").erpSays("1", "10", "6").status();

        // Then
        assertThat(status.status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(status.axes().cancellation()).isEqualTo(Cancellation.PARTIAL);
        assertThat(status.trailingMilestone()).hasToString("SHIPPED");
    }

    @Test
    void shouldBeDeliveredWhenFiveAreDeliveredAndFiveAreCancelled() {
        // When
        OrderStatus status = shipped("5")
                .shipment("S-1", DELIVERED)
                .erpSays("1", "10", "5")
                .projectedWithDeliveryFeed()
                .status();

        // Then
        assertThat(status.status()).isEqualTo(FulfilmentStatus.DELIVERED);
    }

    @Test
    void shouldBeShippedWhenTheWarehouseClosesTheRestShort() {
        // When
        OrderStatus status = shipped("4")
                .inWarehouseAs("W-1")
                .warehouseLine("1", "A-100", "10", "4", "0", true)
                .status();

        // Then
        assertThat(status.status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(quantity(status, Quantity.SHORT_CLOSED)).isEqualTo("6");
    }

    @Test
    void shouldNotShortCloseWhatIsCancelledOrShipped() {
        // When
        OrderStatus status = shipped("4")
                .inWarehouseAs("W-1")
                .warehouseLine("1", "A-100", "10", "4", "0", true)
                .erpSays("1", "10", "5")
                .status();

        // Then
        assertThat(quantity(status, Quantity.CANCELLED)).isEqualTo("5");
        assertThat(quantity(status, Quantity.SHORT_CLOSED)).isEqualTo("1");
    }

    @Test
    void shouldCancelAtOnceOnlyWhatIsNotAllocated() {
        // Given
        OrderStory story = accepted().inWarehouseAs("W-1").allocates("1", "A-100", "10", "6", "4");

        // When
        OrderStatus status = story.asksToCancel("1", "A-100", "10", "10").status();

        // Then
        assertThat(quantity(status, Quantity.CANCELLED)).isEqualTo("4");
        assertThat(status.axes().cancellation()).isEqualTo(Cancellation.REQUESTED);
        assertThat(status.status()).isEqualTo(FulfilmentStatus.ALLOCATED);
    }

    @Test
    void shouldLeaveTheDecisionToTheWarehouseOnceUnitsArePicked() {
        // Given
        OrderStory story = accepted()
                .inWarehouseAs("W-1")
                .allocates("1", "A-100", "10", "10", "0")
                .warehouseOrderIs(RELEASED)
                .shipment("S-1", PICKED)
                .holding("S-1", "1", "1", "A-100", "6");

        // When, Then
        assertThat(story.asksToCancel("1", "A-100", "10", "4").status().axes().cancellation())
                .isEqualTo(Cancellation.REQUESTED);
        assertThat(story.asksToCancel("1", "A-100", "10", "5").status().axes().cancellation())
                .isEqualTo(Cancellation.PENDING);
    }

    @Test
    void shouldStayShippedAndCompensateWhenTheCancelComesTooLate() {
        // When
        OrderStatus status =
                shipped("10").asksToCancel("1", "A-100", "10", "10").status();

        // Then
        assertThat(status.status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(quantity(status, Quantity.CANCELLED)).isEqualTo("0");
        assertThat(status.axes().cancellation()).isEqualTo(Cancellation.COMPENSATING);
    }

    @Test
    void shouldRefuseTheCancelOfWhatIsDelivered() {
        // When
        OrderStatus status = shipped("10")
                .shipment("S-1", DELIVERED)
                .asksToCancel("1", "A-100", "10", "10")
                .projectedWithDeliveryFeed()
                .status();

        // Then
        assertThat(status.status()).isEqualTo(FulfilmentStatus.DELIVERED);
        assertThat(status.axes().cancellation()).isEqualTo(Cancellation.REFUSED);
    }

    @Test
    void shouldKeepWhatIsShippedWhenTheErpConfirmsMoreThanIsLeft() {
        // When
        OrderStatus status = shipped("7").erpSays("1", "10", "6").status();

        // Then
        assertThat(quantity(status, Quantity.CANCELLED)).isEqualTo("3");
        assertThat(status.status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(status.axes().cancellation()).isEqualTo(Cancellation.COMPENSATING);
    }

    @Test
    void shouldCancelEverythingWhenTheErpCancelsTheOrder() {
        // When
        OrderStatus status = accepted()
                .erpHeader(OrderHeader.State.CANCELLED, OrderHeader.Credit.APPROVED, false)
                .status();

        // Then
        assertThat(status.status()).isEqualTo(FulfilmentStatus.CANCELLED);
        assertThat(status.axes().cancellation()).isEqualTo(Cancellation.FULL);
        assertThat(status.axes().approval()).isEqualTo(OrderStatus.Approval.ACCEPTED);
    }

    /** R43: whatever the mix, each unit has one place. */
    @Test
    void shouldGiveEveryUnitOnePlace() {
        // When
        OrderStatus.Line line = shipped("3")
                .inWarehouseAs("W-1")
                .allocates("1", "A-100", "10", "5", "2")
                .erpSays("1", "10", "1")
                .status()
                .lines()
                .getFirst();

        // Then
        assertThat(line.positions())
                .containsEntry(Position.CANCELLED, new BigDecimal("1"))
                .containsEntry(Position.IN_TRANSIT, new BigDecimal("3"))
                .containsEntry(Position.ALLOCATED, new BigDecimal("2"))
                .containsEntry(Position.BACKORDERED, new BigDecimal("2"))
                .containsEntry(Position.OPEN, new BigDecimal("2"))
                .hasSize(5);
    }

    /** R42: where nobody owns it, whoever decides the content decides what is cancelled of it. */
    @Test
    void shouldTakeACancellationFromWhoeverDecidesTheContent() {
        // When
        OrderStory story = OrderStory.anOrder("C-5");
        OrderStatus status = story.crmLine(aLine("1").of("A-100").holding("10").counting(Quantity.CANCELLED, "2"))
                .status();

        // Then
        assertThat(quantity(status, Quantity.CANCELLED)).isEqualTo("2");
    }

    /** R46: what is asked for is what the record that captured the order says. */
    @Test
    void shouldNotTakeAWishFromAnotherRecord() {
        // When
        OrderStory story = accepted();
        OrderStatus status = story.erpLine(aLine("10")
                        .naming(story.crm, "1")
                        .of("A-100")
                        .holding("10")
                        .counting(Quantity.CANCEL_REQUESTED, "3"))
                .status();

        // Then
        assertThat(quantity(status, Quantity.CANCELLED)).isEqualTo("0");
        assertThat(status.axes().cancellation()).isEqualTo(Cancellation.NONE);
    }

    /** R45: a line marked final without a figure was to bring what the line it names says, in that line's unit. */
    @Test
    void shouldGiveUpWhatTheLineThatIsNamedWasToBring() {
        // Given: six of the ten are on the sales order's line, the rest is on another
        OrderStory story =
                OrderStory.anOrder("C-5").withLine("1", "A-100", "10").acceptedInErpAs("SO-1");
        story.erpLine(aLine("10").naming(story.crm, "1").of("A-100").holding("6"))
                .erpLine(aLine("11").naming(story.crm, "1").of("A-100").holding("4"))
                .inWarehouseAs("W-1");

        // When
        OrderStatus named = story.warehouseLine(
                        aLine("1").naming(story.erp(), "10").of("A-100").closed())
                .status();
        OrderStatus inAnotherUnit = story.warehouseLine(aLine("1")
                        .naming(story.erp(), "10")
                        .of("A-100")
                        .in(null)
                        .closed())
                .status();

        // Then
        assertThat(quantity(named, Quantity.SHORT_CLOSED)).isEqualTo("6");
        assertThat(quantity(inAnotherUnit, Quantity.SHORT_CLOSED)).isEqualTo("10");
    }

    /** R45: where somebody owns it, nobody else closes a line. */
    @Test
    void shouldCloseShortByTheOwnersWordAlone() {
        // Given
        List<Claim> claims = Spine.claims();
        Spine.claim(claims, "erp", "sales-order-lines", null, "shortClosed");
        Projection rules = new Projection(Spine.TYPES, Ownership.of(claims));
        OrderStory story = accepted().inWarehouseAs("W-1").warehouseLine("1", "A-100", "10", "0", "0", true);

        // When
        OrderStatus byTheWarehouse = story.by(rules).status();
        OrderStatus byTheLedger = story.erpLine(aLine("10")
                        .naming(story.crm, "1")
                        .of("A-100")
                        .holding("10")
                        .closed())
                .by(rules)
                .status();

        // Then
        assertThat(quantity(byTheWarehouse, Quantity.SHORT_CLOSED)).isEqualTo("0");
        assertThat(quantity(byTheLedger, Quantity.SHORT_CLOSED)).isEqualTo("10");
    }

    /** R34, R42: the ledger's cancellation counts once its content does. */
    @Test
    void shouldNotBelieveACancellationBeforeTheOrderIsAccepted() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .enteredInErpAs("SO-1")
                .erpSays("1", "10", "3");

        // When
        OrderStatus entered = story.status();
        OrderStatus accepted = story.erpHeader(OrderHeader.State.ACCEPTED, OrderHeader.Credit.APPROVED, false)
                .status();

        // Then
        assertThat(quantity(entered, Quantity.CANCELLED)).isEqualTo("0");
        assertThat(quantity(accepted, Quantity.CANCELLED)).isEqualTo("3");
    }

    /** R42: what stands in a cancelled sales order is cancelled once, whatever its lines had cancelled before. */
    @Test
    void shouldCancelWhatStandsInACancelledSalesOrderOnce() {
        // Given: six of the ten are in one sales order, four in another, of which three had been cancelled
        OrderStory story =
                OrderStory.anOrder("C-5").withLine("1", "A-100", "10").acceptedInErpAs("SO-1");
        story.erpLine(aLine("10").naming(story.crm, "1").of("A-100").holding("6"))
                .alsoInErpAs(
                        "SO-2",
                        OrderHeader.State.CANCELLED,
                        aLine("10")
                                .naming(story.crm, "1")
                                .of("A-100")
                                .holding("4")
                                .counting(Quantity.CANCELLED, "3"));

        // When
        OrderStatus status = story.status();

        // Then
        assertThat(quantity(status, Quantity.ORDERED)).isEqualTo("10");
        assertThat(quantity(status, Quantity.CANCELLED)).isEqualTo("4");
    }
}
