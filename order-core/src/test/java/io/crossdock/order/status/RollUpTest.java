package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.CANCELLED;
import static io.crossdock.order.fact.DocumentState.DELIVERED;
import static io.crossdock.order.fact.DocumentState.LOST;
import static io.crossdock.order.fact.DocumentState.OPEN;
import static io.crossdock.order.fact.DocumentState.PACKED;
import static io.crossdock.order.fact.DocumentState.PICKED;
import static io.crossdock.order.fact.DocumentState.PICKING;
import static io.crossdock.order.fact.DocumentState.PLANNED;
import static io.crossdock.order.fact.DocumentState.RELEASED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement.Line.Kind;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** R40, R41 and R50 to R54: every row of the roll-up, on an order of one or two lines of 10 EA. */
class RollUpTest {

    private static OrderStory accepted() {
        return OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .withLine("2", "B-200", "10")
                .acceptedInErpAs("SO-1")
                .inWarehouseAs("W-1");
    }

    private static OrderStory allocated() {
        return accepted().allocates("1", "A-100", "10", "10", "0").allocates("2", "B-200", "10", "10", "0");
    }

    private static OrderStory shipped(String one, String two) {
        return allocated()
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", one)
                .holding("S-1", "2", "2", "B-200", two);
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("nothing happened", accepted(), FulfilmentStatus.OPEN),
                arguments(
                        "some backordered",
                        accepted().allocates("1", "A-100", "10", "0", "10"),
                        FulfilmentStatus.BACKORDERED),
                arguments(
                        "some allocated, the rest backordered",
                        accepted().allocates("1", "A-100", "10", "4", "6"),
                        FulfilmentStatus.PARTIALLY_ALLOCATED),
                arguments("all allocated", allocated(), FulfilmentStatus.ALLOCATED),
                arguments("released", allocated().warehouseOrderIs(RELEASED), FulfilmentStatus.RELEASED),
                arguments(
                        "nothing allocated is nothing released",
                        accepted().warehouseOrderIs(RELEASED),
                        FulfilmentStatus.OPEN),
                arguments(
                        "a shipment being picked holds no picked unit yet",
                        allocated()
                                .warehouseOrderIs(RELEASED)
                                .shipment("S-1", PICKING)
                                .holding("S-1", "1", "1", "A-100", "10"),
                        FulfilmentStatus.RELEASED),
                arguments(
                        "some picked",
                        allocated().shipment("S-1", PICKED).holding("S-1", "1", "1", "A-100", "1"),
                        FulfilmentStatus.PICKING),
                arguments(
                        "some packed",
                        allocated().shipment("S-1", PACKED).holding("S-1", "1", "1", "A-100", "10"),
                        FulfilmentStatus.PICKING),
                arguments(
                        "all packed",
                        allocated()
                                .shipment("S-1", PACKED)
                                .holding("S-1", "1", "1", "A-100", "10")
                                .holding("S-1", "2", "2", "B-200", "10"),
                        FulfilmentStatus.PACKED),
                arguments("some shipped", shipped("10", "9"), FulfilmentStatus.PARTIALLY_SHIPPED),
                arguments("all shipped", shipped("10", "10"), FulfilmentStatus.SHIPPED),
                arguments("more than all shipped", shipped("10", "12"), FulfilmentStatus.SHIPPED),
                arguments(
                        "shipped without ever being seen allocated",
                        accepted().shipment("S-1", SHIPPED).holding("S-1", "1", "1", "A-100", "1"),
                        FulfilmentStatus.PARTIALLY_SHIPPED),
                arguments(
                        "the whole order cancelled",
                        accepted().erpSays("1", "10", "10").erpSays("2", "10", "10"),
                        FulfilmentStatus.CANCELLED),
                arguments(
                        "short-closed to the last unit",
                        accepted()
                                .warehouseLine("1", "A-100", "10", "0", "0", true)
                                .warehouseLine("2", "B-200", "10", "0", "0", true),
                        FulfilmentStatus.CLOSED_SHORT),
                arguments(
                        "cancelled and short-closed",
                        accepted().erpSays("1", "10", "10").warehouseLine("2", "B-200", "10", "0", "0", true),
                        FulfilmentStatus.CANCELLED),
                arguments(
                        "one line cancelled, nothing backordered any more",
                        accepted().erpSays("1", "10", "10").allocates("1", "A-100", "10", "0", "10"),
                        FulfilmentStatus.OPEN));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("rows")
    void shouldGiveTheFirstRowThatMatches(String name, OrderStory story, FulfilmentStatus expected) {
        // When
        OrderStatus status = story.status();

        // Then
        assertThat(status.status()).as(name).isEqualTo(expected);
        assertThat(status.axes().fulfilment()).isEqualTo(expected);
        assertThat(status.complete()).isTrue();
    }

    /** R53: unknown is not zero. */
    @Test
    void shouldNotCallAnOrderShippedWhenTheQuantityOfALineIsUnknown() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .withLine("2", "B-200", null)
                .acceptedInErpAs("SO-1")
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "10")
                .holding("S-1", "2", "2", "B-200", "3");

        // When
        OrderStatus status = story.status();

        // Then
        assertThat(status.status()).isEqualTo(FulfilmentStatus.PARTIALLY_SHIPPED);
        assertThat(status.complete()).isFalse();
        assertThat(status.lines().get(1).known()).isFalse();
        assertThat(status.lines().get(1).quantities()).doesNotContainKey(Quantity.ORDERED);
        assertThat(status.lines().get(1).positions()).isEmpty();
    }

    @Test
    void shouldBeOpenAndIncompleteWhenNoLineIsKnown() {
        // When
        OrderStatus status = OrderStory.anOrder("C-5").status();

        // Then
        assertThat(status.status()).isEqualTo(FulfilmentStatus.OPEN);
        assertThat(status.complete()).isFalse();
    }

    /** R50: only what can be shipped is waited for. */
    @Test
    void shouldBeShippedWhenOnlyServiceAndTextLinesAreLeft() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .withLine("2", "INSTALL", "EA", Kind.SERVICE, "1", "0")
                .withLine("3", "NOTE", "EA", Kind.TEXT, null, "0")
                .acceptedInErpAs("SO-1")
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "10");

        // When
        OrderStatus status = story.status();

        // Then
        assertThat(status.status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(status.complete()).isTrue();
    }

    @Test
    void shouldBeCompleteWhenAnOrderHasNothingToShip() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5").withLine("1", "INSTALL", "EA", Kind.SERVICE, "1", "0");

        // When
        OrderStatus status = story.status();

        // Then
        assertThat(status.status()).isEqualTo(FulfilmentStatus.OPEN);
        assertThat(status.complete()).isTrue();
    }

    /** R54: without a delivery feed shipped is the end, and says so. */
    @Test
    void shouldEndAtShippedAndUntrackedWithoutADeliveryFeed() {
        // Given
        OrderStory story = shipped("10", "10").shipment("S-1", DELIVERED);

        // When
        OrderStatus untracked = story.status();
        OrderStatus tracked = story.projectedWithDeliveryFeed().status();

        // Then
        assertThat(untracked.status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(untracked.untracked()).isTrue();
        assertThat(tracked.status()).isEqualTo(FulfilmentStatus.DELIVERED);
        assertThat(tracked.untracked()).isFalse();
    }

    @Test
    void shouldBePartiallyDeliveredWhenOneOfTwoShipmentsHasArrived() {
        // Given
        OrderStory story = allocated()
                .shipment("S-1", DELIVERED)
                .holding("S-1", "1", "1", "A-100", "10")
                .shipment("S-2", SHIPPED)
                .holding("S-2", "1", "2", "B-200", "10");

        // When, Then
        assertThat(story.projectedWithDeliveryFeed().status().status()).isEqualTo(FulfilmentStatus.PARTIALLY_DELIVERED);
        assertThat(story.shipment("S-2", DELIVERED)
                        .projectedWithDeliveryFeed()
                        .status()
                        .status())
                .isEqualTo(FulfilmentStatus.DELIVERED);
    }

    /** R44: what is lost covers nothing and has a position of its own. */
    @Test
    void shouldStopCoveringWhenAShipmentIsLost() {
        // Given
        OrderStory story = shipped("10", "10");

        // When
        OrderStatus lost = story.shipment("S-1", LOST).status();

        // Then
        assertThat(lost.status()).isEqualTo(FulfilmentStatus.OPEN);
        assertThat(lost.lines().getFirst().positions()).containsOnlyKeys(Position.LOST);
        assertThat(lost.lines().getFirst().quantities())
                .containsEntry(Quantity.SHIPPED, BigDecimal.ZERO)
                .containsEntry(Quantity.ALLOCATED, BigDecimal.ZERO);
    }

    @Test
    void shouldOpenUnitsAgainWhenAShipmentIsCancelled() {
        // Given
        OrderStory story = accepted().shipment("S-1", PICKED).holding("S-1", "1", "1", "A-100", "10");
        assertThat(story.status().status()).isEqualTo(FulfilmentStatus.PICKING);

        // When
        OrderStatus status = story.shipment("S-1", CANCELLED).status();

        // Then
        assertThat(status.status()).isEqualTo(FulfilmentStatus.OPEN);
        assertThat(status.shipments()).extracting(OrderStatus.Shipment::state).containsExactly(CANCELLED);
        assertThat(status.lines().getFirst().positions()).containsOnlyKeys(Position.OPEN);
    }

    /** R40: a quantity waits for the header of its document, and a shipment of nothing ships nothing. */
    @Test
    void shouldCountNothingWhenTheShipmentIsEmptyOrItsHeaderIsLate() {
        // Given
        OrderStory empty = accepted().shipment("S-1", SHIPPED).holding("S-1", "1", "1", "A-100", "0");
        OrderStory late = accepted().holding("S-2", "1", "1", "A-100", "10");

        // When, Then
        assertThat(empty.status().status()).isEqualTo(FulfilmentStatus.OPEN);
        assertThat(late.status().status()).isEqualTo(FulfilmentStatus.OPEN);
        assertThat(late.shipment("S-2", SHIPPED).status().status()).isEqualTo(FulfilmentStatus.PARTIALLY_SHIPPED);
        assertThat(accepted().shipment("S-3", PLANNED).status().shipments()).hasSize(1);
        assertThat(accepted().warehouseOrderIs(OPEN).status().status()).isEqualTo(FulfilmentStatus.OPEN);
    }

    /** R41: later counts as earlier. */
    @Test
    void shouldCountShippedUnitsAsAllocatedReleasedPickedAndPacked() {
        // When
        OrderStatus.Line line = accepted()
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "4.000")
                .status()
                .lines()
                .getFirst();

        // Then
        for (Quantity quantity : new Quantity[] {
            Quantity.ALLOCATED, Quantity.RELEASED, Quantity.PICKED, Quantity.PACKED, Quantity.SHIPPED
        }) {
            assertThat(line.quantities().get(quantity)).as(quantity.text()).isEqualTo("4");
        }
    }
}
