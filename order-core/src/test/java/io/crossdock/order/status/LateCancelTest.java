package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.CANCELLED;
import static io.crossdock.order.fact.DocumentState.DELIVERED;
import static io.crossdock.order.fact.DocumentState.OPEN;
import static io.crossdock.order.fact.DocumentState.PACKED;
import static io.crossdock.order.fact.DocumentState.PICKED;
import static io.crossdock.order.fact.DocumentState.RELEASED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.status.OrderStatus.Cancellation;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** R42, R46, R47 and R62: a request to cancel is answered unit by unit, by where each unit is; a line of 10 EA. */
class LateCancelTest {

    private static OrderStory accepted() {
        return OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .inWarehouseAs("W-1");
    }

    /** So many allocated, and of them so many in a shipment of this state. */
    private static OrderStory at(String allocated, @Nullable DocumentState state, String units) {
        OrderStory story = accepted()
                .allocates("1", "A-100", "10", allocated, "0")
                .warehouseOrderIs(state == null ? OPEN : RELEASED);
        return state == null ? story : story.shipment("S-1", state).holding("S-1", "1", "1", "A-100", units);
    }

    static Stream<Arguments> units() {
        return Stream.of(
                arguments("nothing allocated", at("0", null, "0"), "10", "10", Cancellation.FULL),
                arguments("nothing allocated, part asked", at("0", null, "0"), "4", "4", Cancellation.PARTIAL),
                arguments("all allocated", at("10", null, "0"), "10", "0", Cancellation.REQUESTED),
                arguments("half allocated", at("5", null, "0"), "10", "5", Cancellation.REQUESTED),
                arguments("half allocated, half asked", at("5", null, "0"), "5", "5", Cancellation.PARTIAL),
                arguments("released", at("10", RELEASED, "10"), "10", "0", Cancellation.REQUESTED),
                arguments("picked", at("10", PICKED, "10"), "10", "0", Cancellation.PENDING),
                arguments("packed", at("10", PACKED, "10"), "1", "0", Cancellation.PENDING),
                arguments("4 picked, 6 allocated, 6 asked", at("10", PICKED, "4"), "6", "0", Cancellation.REQUESTED),
                arguments("4 picked, 6 allocated, 7 asked", at("10", PICKED, "4"), "7", "0", Cancellation.PENDING),
                arguments("shipped", at("10", SHIPPED, "10"), "10", "0", Cancellation.COMPENSATING),
                arguments("4 shipped, 6 open, 6 asked", at("4", SHIPPED, "4"), "6", "6", Cancellation.PARTIAL),
                arguments("4 shipped, 6 open, all asked", at("4", SHIPPED, "4"), "10", "6", Cancellation.COMPENSATING),
                arguments("4 shipped, 3 allocated", at("7", SHIPPED, "4"), "10", "3", Cancellation.COMPENSATING),
                arguments("delivered", at("10", DELIVERED, "10"), "10", "0", Cancellation.REFUSED),
                arguments("4 delivered, 6 open, all asked", at("4", DELIVERED, "4"), "10", "6", Cancellation.REFUSED));
    }

    @ParameterizedTest(name = "{0}: {2} asked, {3} cancelled, {4}")
    @MethodSource("units")
    void shouldAnswerByWhereTheUnitsAre(
            String name, OrderStory story, String asked, String cancelled, Cancellation expected) {
        // When
        OrderStatus byDocument = story.asksToCancelBy("X-1", OPEN, "1", asked)
                .projectedWithDeliveryFeed()
                .status();

        // Then
        assertThat(byDocument.axes().cancellation()).as(name).isEqualTo(expected);
        assertThat(byDocument.lines().getFirst().quantities().get(Quantity.CANCELLED))
                .isEqualTo(cancelled);
    }

    /** R47: of two shipments one has arrived; the request reaches the one on the road first. */
    @ParameterizedTest(name = "{0} asked: {1}")
    @CsvSource({"4, COMPENSATING", "10, COMPENSATING"})
    void shouldMeanTheUnitsOnTheRoadBeforeTheDeliveredOnes(String asked, Cancellation expected) {
        // Given
        OrderStory story = at("10", DELIVERED, "6").shipment("S-2", SHIPPED).holding("S-2", "1", "1", "A-100", "4");

        // When
        OrderStatus status = story.asksToCancelBy("X-1", OPEN, "1", asked)
                .projectedWithDeliveryFeed()
                .status();

        // Then
        assertThat(status.axes().cancellation()).isEqualTo(expected);
        assertThat(status.status()).isEqualTo(FulfilmentStatus.PARTIALLY_DELIVERED);
    }

    /** R46: the wish is the largest of what is asked in any way; two requests add up. */
    @Test
    void shouldTakeTheLargestOfWhatIsAsked() {
        // Given
        OrderStory story = accepted().asksToCancel("1", "A-100", "10", "3");

        // When, Then
        assertThat(cancelled(story)).isEqualTo("3");
        assertThat(cancelled(story.asksToCancelBy("X-1", OPEN, "1", "2"))).isEqualTo("3");
        assertThat(cancelled(story.asksToCancelBy("X-2", OPEN, "1", "2"))).isEqualTo("4");
        assertThat(cancelled(story.asksToCancelBy("X-2", CANCELLED, "1", "2"))).isEqualTo("3");
        assertThat(cancelled(story.asksToCancelBy("X-3", OPEN, "1", null))).isEqualTo("10");
    }

    /** R46. */
    @Test
    void shouldAskForEveryLineWhenTheRequestSaysSo() {
        // When
        OrderStatus status = accepted().asksToCancelAllBy("X-1").status();

        // Then
        assertThat(status.status()).isEqualTo(FulfilmentStatus.CANCELLED);
        assertThat(status.axes().cancellation()).isEqualTo(Cancellation.FULL);
        assertThat(status.lines()).hasSize(1);
    }

    /** A request about what the order does not hold changes nothing. */
    @Test
    void shouldIgnoreARequestForALineThatDoesNotExist() {
        // Given
        OrderStory story = accepted();

        // When
        OrderStatus status = story.asksToCancelBy("X-1", OPEN, "7", "5").status();

        // Then
        assertThat(status.lines()).hasSize(1);
        assertThat(status.complete()).isTrue();
        assertThat(status.axes().cancellation()).isEqualTo(Cancellation.NONE);
    }

    /** What the warehouse gives up leaves nothing to ask for. */
    @Test
    void shouldAskForNothingThatIsShortClosedAlready() {
        // When
        OrderStatus status = accepted()
                .warehouseLine("1", "A-100", "10", "10", "0", true)
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "4")
                .asksToCancelBy("X-1", OPEN, "1", "6")
                .status();

        // Then
        assertThat(status.axes().cancellation()).isEqualTo(Cancellation.NONE);
        assertThat(status.status()).isEqualTo(FulfilmentStatus.SHIPPED);
    }

    private static String cancelled(OrderStory story) {
        return String.valueOf(story.status().lines().getFirst().quantities().get(Quantity.CANCELLED));
    }
}
