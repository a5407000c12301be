package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.CANCELLED;
import static io.crossdock.order.fact.DocumentState.DELIVERED;
import static io.crossdock.order.fact.DocumentState.PACKED;
import static io.crossdock.order.fact.DocumentState.PICKED;
import static io.crossdock.order.fact.DocumentState.PLANNED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.crossdock.order.fact.DocumentState;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R51: situations that other order systems decide too, in our words. Where we differ on purpose, the row says why.
 * Each shipment is written {@code state line quantity}, with a line that stands for article A or B.
 */
class OtherSystemsTest {

    private record Shipped(DocumentState state, String line, String quantity) {}

    private static Shipped of(DocumentState state, String line, String quantity) {
        return new Shipped(state, line, quantity);
    }

    static Stream<Arguments> situations() {
        return Stream.of(
                situation("a planned shipment moves nothing", "1", "3", FulfilmentStatus.OPEN, of(PLANNED, "1", "1")),
                situation(
                        "first of two shipments left",
                        "1",
                        "3",
                        FulfilmentStatus.PARTIALLY_SHIPPED,
                        of(SHIPPED, "1", "1"),
                        of(CANCELLED, "2", "3"),
                        of(PLANNED, "2", "3")),
                situation(
                        "both live shipments left, a cancelled one is ignored",
                        "1",
                        "3",
                        FulfilmentStatus.SHIPPED,
                        of(SHIPPED, "1", "1"),
                        of(CANCELLED, "2", "3"),
                        of(SHIPPED, "2", "3")),
                situation(
                        "one of two arrived",
                        "1",
                        "3",
                        FulfilmentStatus.PARTIALLY_DELIVERED,
                        of(DELIVERED, "1", "1"),
                        of(SHIPPED, "2", "3")),
                situation(
                        "both arrived",
                        "1",
                        "3",
                        FulfilmentStatus.DELIVERED,
                        of(DELIVERED, "1", "1"),
                        of(DELIVERED, "2", "3")),
                situation(
                        "one planned, one packed: a warehouse at work, where others say partly fulfilled",
                        "1",
                        "1",
                        FulfilmentStatus.PICKING,
                        of(PLANNED, "1", "1"),
                        of(PACKED, "2", "1")),
                situation("both packed", "1", "1", FulfilmentStatus.PACKED, of(PACKED, "1", "1"), of(PACKED, "2", "1")),
                situation(
                        "one left, one packed",
                        "1",
                        "1",
                        FulfilmentStatus.PARTIALLY_SHIPPED,
                        of(SHIPPED, "1", "1"),
                        of(PACKED, "2", "1")),
                situation(
                        "all shipments cancelled: others call the order cancelled; here its units are open again",
                        "1",
                        "1",
                        FulfilmentStatus.OPEN,
                        of(CANCELLED, "1", "1"),
                        of(CANCELLED, "2", "1")),
                situation(
                        "the only shipment arrived, but units are still owed",
                        "5",
                        "1",
                        FulfilmentStatus.PARTIALLY_DELIVERED,
                        of(DELIVERED, "1", "3")),
                situation(
                        "one line left, the other never did",
                        "2",
                        "1",
                        FulfilmentStatus.PARTIALLY_SHIPPED,
                        of(SHIPPED, "1", "2")),
                situation(
                        "a unit in two shipments: others refuse the second; here more than ordered is legal and flagged",
                        "1",
                        "3",
                        FulfilmentStatus.PARTIALLY_SHIPPED,
                        of(SHIPPED, "1", "1"),
                        of(SHIPPED, "1", "1")),
                situation("picked is no delivery", "10", "1", FulfilmentStatus.PICKING, of(PICKED, "1", "10")),
                situation(
                        "part left, a shipment for the rest is open",
                        "10",
                        "1",
                        FulfilmentStatus.PARTIALLY_SHIPPED,
                        of(SHIPPED, "1", "3"),
                        of(PLANNED, "1", "7")),
                situation(
                        "the rest left too, beside it the other line",
                        "10",
                        "1",
                        FulfilmentStatus.SHIPPED,
                        of(SHIPPED, "1", "3"),
                        of(SHIPPED, "1", "7"),
                        of(SHIPPED, "2", "1")));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("situations")
    void shouldDecideKnownSituations(
            String name, String first, String second, FulfilmentStatus expected, Shipped... shipments) {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A", first)
                .withLine("2", "B", second)
                .acceptedInErpAs("SO-1");
        for (int i = 0; i < shipments.length; i++) {
            Shipped shipment = shipments[i];
            story.shipment("S-" + i, shipment.state())
                    .holding(
                            "S-" + i,
                            "1",
                            shipment.line(),
                            shipment.line().equals("1") ? "A" : "B",
                            shipment.quantity());
        }

        // When
        OrderStatus status = story.projectedWithDeliveryFeed().status();

        // Then
        assertThat(status.status()).as(name).isEqualTo(expected);
        assertThat(status.shipments()).hasSize(shipments.length);
    }

    private static Arguments situation(
            String name, String first, String second, FulfilmentStatus expected, Shipped... shipments) {
        return arguments(name, first, second, expected, shipments);
    }
}
