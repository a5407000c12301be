package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.CANCELLED;
import static io.crossdock.order.fact.DocumentState.DELIVERED;
import static io.crossdock.order.fact.DocumentState.PACKED;
import static io.crossdock.order.fact.DocumentState.PICKED;
import static io.crossdock.order.fact.DocumentState.PLANNED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.IdentifierType;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Statement.OrderHeader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
                        of(SHIPPED, "2", "1")),
                situation("accepted, and nothing moved", "10", "0", FulfilmentStatus.OPEN),
                situation(
                        "a shipment of nothing: others refuse it; here it is a fact and counts nothing",
                        "1",
                        "3",
                        FulfilmentStatus.OPEN,
                        of(SHIPPED, "1", "0"),
                        of(SHIPPED, "2", "0")),
                situation(
                        "units of a cancelled shipment are planned again in another",
                        "1",
                        "3",
                        FulfilmentStatus.OPEN,
                        of(PLANNED, "1", "1"),
                        of(CANCELLED, "2", "3"),
                        of(PLANNED, "2", "3")),
                situation(
                        "both left", "1", "1", FulfilmentStatus.SHIPPED, of(SHIPPED, "1", "1"), of(SHIPPED, "2", "1")),
                situation(
                        "beside a cancelled shipment the other arrived",
                        "1",
                        "0",
                        FulfilmentStatus.DELIVERED,
                        of(CANCELLED, "1", "1"),
                        of(DELIVERED, "1", "1")),
                situation(
                        "beside a cancelled shipment the other left",
                        "1",
                        "0",
                        FulfilmentStatus.SHIPPED,
                        of(CANCELLED, "1", "1"),
                        of(SHIPPED, "1", "1")),
                situation(
                        "one packed, one left, one cancelled",
                        "1",
                        "1",
                        FulfilmentStatus.PARTIALLY_SHIPPED,
                        of(PACKED, "1", "1"),
                        of(SHIPPED, "2", "1"),
                        of(CANCELLED, "1", "1")));
    }

    /** A document says what is true now: one cancelled after its delivery holds nothing, and its units are open again. */
    @Test
    void shouldOpenUnitsWhoseDeliveredShipmentIsCancelled() {
        // Given
        OrderStory story = anOrderOf("1").shipment("S-1", PACKED).holding("S-1", "1", "1", "A", "1");
        story.shipment("S-1", SHIPPED).shipment("S-1", DELIVERED);
        assertThat(story.projectedWithDeliveryFeed().status().status()).isEqualTo(FulfilmentStatus.DELIVERED);

        // When
        OrderStatus status =
                story.shipment("S-1", CANCELLED).projectedWithDeliveryFeed().status();

        // Then
        assertThat(status.status()).isEqualTo(FulfilmentStatus.OPEN);
        assertThat(status.shipments()).extracting(OrderStatus.Shipment::state).containsExactly(CANCELLED);
    }

    @Test
    void shouldCancelAnOrderOfWhichNothingMovedWhateverWasPaid() {
        // Given
        OrderStory unpaid = anOrderOf("2");
        OrderStory authorised = anOrderOf("2").payment("P-1", DocumentState.OPEN, "20", "USD");

        // When, Then
        assertThat(unpaid.capturedAs(OrderHeader.State.CANCELLED).status().status())
                .isEqualTo(FulfilmentStatus.CANCELLED);
        OrderStatus status = authorised.capturedAs(OrderHeader.State.CANCELLED).status();
        assertThat(status.status()).isEqualTo(FulfilmentStatus.CANCELLED);
        assertThat(status.axes().payment()).isEqualTo(OrderStatus.Payment.OPEN);
        assertThat(status.lines().getFirst().positions()).containsOnlyKeys(Position.CANCELLED);
    }

    /** A return that is reversed is a return that is cancelled: five stay delivered, and three more ordered are open. */
    @Test
    void shouldOpenOnlyWhatIsNewWhenAReturnIsReversedAndMoreIsOrdered() {
        // Given
        OrderStory story = anOrderOf("5").shipment("S-1", DELIVERED).holding("S-1", "1", "1", "A", "5");
        story.returned("R-1", DocumentState.RECEIVED, "1", "5").returned("R-1", CANCELLED, "1", "5");

        // When
        OrderStatus.Line line = story.erpSays("1", "8", "0")
                .projectedWithDeliveryFeed()
                .status()
                .lines()
                .getFirst();

        // Then
        assertThat(line.positions())
                .containsOnly(
                        entry(Position.DELIVERED, new BigDecimal("5")), entry(Position.OPEN, new BigDecimal("3")));
    }

    /** A parcel that crosses time zones is delivered at an earlier local time than it passed the hub. */
    @Test
    void shouldEndAsDeliveredThoughTheHubScannedLaterByItsOwnClock() {
        // Given
        OrderStory story = anOrderOf("1").shipment("S-1", SHIPPED).holding("S-1", "1", "1", "A", "1");

        // When
        Projected projected = story.packedInto("S-1", "1", "LM-1")
                .scanned("LM-1", DELIVERED)
                .later(Duration.ofHours(4))
                .scanned("LM-1", DocumentState.IN_TRANSIT)
                .projectedWithCarrier();

        // Then
        assertThat(projected.status().shipments().getFirst().state()).isEqualTo(DELIVERED);
        assertThat(projected.status().status()).isEqualTo(FulfilmentStatus.DELIVERED);
    }

    /** A carrier answers with two parcels of one number; the one that was on the road before ours left is not ours. */
    @Test
    void shouldFollowTheParcelThatLeftWithOurShipmentWhenTheNumberIsUsedAgain() {
        // Given
        Map<String, IdentifierType> types = new HashMap<>(Spine.TYPES.byName());
        types.put("ups:tracking", new IdentifierType(3, 0, 0, Period.ofDays(90)));
        OrderStory story = anOrderOf("1")
                .packedInto("S-1", "1", "776094337676")
                .scannedAs("former", "776094337676", DocumentState.RETURN_TO_SENDER)
                .later(Duration.ofDays(1))
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A", "1")
                .scannedAs("ours", "776094337676", DELIVERED);

        // When
        Projected projected = story.by(Spine.withCarrier(new IdentifierTypes(types, Spine.TYPES.orderRank())));

        // Then
        assertThat(projected.status().shipments().getFirst().state()).isEqualTo(DELIVERED);
        assertThat(projected.status().status()).isEqualTo(FulfilmentStatus.DELIVERED);
    }

    private static OrderStory anOrderOf(String units) {
        return OrderStory.anOrder("C-5").withLine("1", "A", units).acceptedInErpAs("SO-1");
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
