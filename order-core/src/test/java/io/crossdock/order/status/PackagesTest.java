package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.ATTEMPT_FAILED;
import static io.crossdock.order.fact.DocumentState.CANCELLED;
import static io.crossdock.order.fact.DocumentState.DELIVERED;
import static io.crossdock.order.fact.DocumentState.EXCEPTION;
import static io.crossdock.order.fact.DocumentState.IN_TRANSIT;
import static io.crossdock.order.fact.DocumentState.OUT_FOR_DELIVERY;
import static io.crossdock.order.fact.DocumentState.PACKED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R60, R74, R100, R101 and R104: ten units leave in two packages of one shipment, and the carrier scans them. */
class PackagesTest {

    private static OrderStory shipped() {
        return OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .shipment("S-1", SHIPPED)
                .holdingInCarton("S-1", "1", "1", "6", "1")
                .holdingInCarton("S-1", "2", "1", "4", "2")
                .packedInto("S-1", "1", "1Z-A")
                .packedInto("S-1", "2", "1Z-B");
    }

    private static OrderStatus.Shipment shipment(Projected projected) {
        return projected.status().shipments().getFirst();
    }

    private static BigDecimal quantity(Projected projected, Quantity quantity) {
        return projected.status().lines().getFirst().quantities().getOrDefault(quantity, new BigDecimal("-1"));
    }

    private static List<String> arrivals(Projected projected) {
        return projected.milestones().stream()
                .filter(stamp ->
                        stamp.milestone() == Milestone.DELIVERED || stamp.milestone() == Milestone.FULLY_DELIVERED)
                .map(stamp -> stamp.subject() + " " + stamp.key().primaryKey())
                .toList();
    }

    /** R101. */
    @Test
    void shouldGiveAShipmentTheStateThatAllItsPackagesHave() {
        // When
        Projected half = shipped().scanned("1Z-A", OUT_FOR_DELIVERY).projectedWithCarrier();
        Projected both = shipped()
                .scanned("1Z-A", OUT_FOR_DELIVERY)
                .scanned("1Z-B", IN_TRANSIT)
                .projectedWithCarrier();

        // Then
        assertThat(shipment(half).state()).isEqualTo(SHIPPED);
        assertThat(shipment(both).state()).isEqualTo(IN_TRANSIT);
        assertThat(shipment(both).packages())
                .extracting(OrderStatus.PackageStatus::state)
                .containsExactly(OUT_FOR_DELIVERY, IN_TRANSIT);
        assertThat(shipment(both).packages())
                .extracting(OrderStatus.PackageStatus::tracking)
                .containsExactly(List.of("1Z-A"), List.of("1Z-B"));
    }

    /** R100: of different facts about one package the furthest counts, whenever it was seen. */
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "IN_TRANSIT, SHIPPED, IN_TRANSIT",
        "EXCEPTION, IN_TRANSIT, EXCEPTION",
        "ATTEMPT_FAILED, EXCEPTION, ATTEMPT_FAILED",
        "OUT_FOR_DELIVERY, ATTEMPT_FAILED, OUT_FOR_DELIVERY",
        "LOST, OUT_FOR_DELIVERY, LOST",
        "LOST, DELIVERED, DELIVERED",
        "DELIVERED, IN_TRANSIT, DELIVERED"
    })
    void shouldBeWhereTheFurthestScanSays(DocumentState one, DocumentState other, DocumentState expected) {
        // When
        Projected projected = shipped()
                .scanned("1Z-A", one)
                .scanned("1Z-A", other)
                .scanned("1Z-B", DELIVERED)
                .projectedWithCarrier();

        // Then
        assertThat(shipment(projected).state()).isEqualTo(expected);
    }

    /** R104, R74. */
    @Test
    void shouldDeliverTheUnitsOfThePackageThatArrived() {
        // Given
        OrderStory story = shipped().scanned("1Z-A", DELIVERED);

        // When
        Projected first = story.projectedWithCarrier();
        Projected last = story.scanned("1Z-B", DELIVERED).projectedWithCarrier();

        // Then
        assertThat(quantity(first, Quantity.DELIVERED)).isEqualTo("6");
        assertThat(first.status().status()).isEqualTo(FulfilmentStatus.PARTIALLY_DELIVERED);
        assertThat(arrivals(first)).containsExactly("line:1 1Z-A|DELIVERED");
        assertThat(last.status().status()).isEqualTo(FulfilmentStatus.DELIVERED);
        assertThat(arrivals(last))
                .containsExactly(
                        "line:1 1Z-A|DELIVERED", "order 1Z-B|DELIVERED", "wms-east:shipment:S-1 1Z-B|DELIVERED");
    }

    /** R104: a row that names no package arrives with all of its shipment. */
    @Test
    void shouldWaitForEveryPackageWhenARowNamesNone() {
        // Given
        OrderStory story = shipped().holding("S-1", "1", "1", "A-100", "6").scanned("1Z-A", DELIVERED);

        // When, Then
        assertThat(quantity(story.projectedWithCarrier(), Quantity.DELIVERED)).isEqualTo("0");
        assertThat(quantity(story.scanned("1Z-B", DELIVERED).projectedWithCarrier(), Quantity.DELIVERED))
                .isEqualTo("10");
    }

    /** R104: a scan of somebody who does not own delivered moves the package, not the quantity. */
    @Test
    void shouldCountNoDeliveryOfAScanThatDecidesNothing() {
        // When
        Projected projected =
                shipped().scanned("1Z-A", DELIVERED).scanned("1Z-B", DELIVERED).projectedWithDeliveryFeed();

        // Then
        assertThat(shipment(projected).state()).isEqualTo(DELIVERED);
        assertThat(quantity(projected, Quantity.DELIVERED)).isEqualTo("0");
        assertThat(projected.status().status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(projected.status().untracked()).isFalse();
        assertThat(arrivals(projected)).isEmpty();
    }

    /** R54, R104: a package without a tracking number of the carrier that owns delivered is seen by nobody. */
    @Test
    void shouldCallUnitsUntrackedThatNoOwnerCanSee() {
        // Given
        OrderStory story = shipped().packedInto("S-1", "2");

        // When
        Projected one = story.scanned("1Z-A", IN_TRANSIT).projectedWithCarrier();
        Projected arrived = story.scanned("1Z-A", DELIVERED).projectedWithCarrier();
        Projected none = story.packedInto("S-1", "1").projectedWithCarrier();

        // Then
        assertThat(one.status().untracked()).isFalse();
        assertThat(one.status().status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(arrived.status().status()).isEqualTo(FulfilmentStatus.DELIVERED);
        assertThat(none.status().untracked()).isTrue();
        assertThat(none.status().status()).isEqualTo(FulfilmentStatus.SHIPPED);
    }

    /** R101. */
    @Test
    void shouldStayCancelledWhateverIsScanned() {
        // When
        Projected projected =
                shipped().shipment("S-1", CANCELLED).scanned("1Z-A", DELIVERED).projectedWithCarrier();

        // Then
        assertThat(shipment(projected).state()).isEqualTo(CANCELLED);
        assertThat(quantity(projected, Quantity.SHIPPED)).isEqualTo("0");
        assertThat(quantity(projected, Quantity.DELIVERED)).isEqualTo("0");
    }

    /** R100: a shipment without packages is one, with the numbers that are part of it. */
    @Test
    void shouldFollowTheScansOfAShipmentWithoutPackages() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .shipment("S-1", PACKED)
                .holding("S-1", "1", "1", "A-100", "10")
                .tracked("S-1", "1Z-A");

        // When
        Projected moved = story.scanned("1Z-A", EXCEPTION).projectedWithCarrier();
        Projected tried = story.scanned("1Z-A", ATTEMPT_FAILED).projectedWithCarrier();
        Projected arrived = story.scanned("1Z-A", DELIVERED).projectedWithCarrier();

        // Then
        assertThat(shipment(moved).state()).isEqualTo(EXCEPTION);
        assertThat(moved.status().status()).isEqualTo(FulfilmentStatus.PACKED);
        assertThat(shipment(tried).state()).isEqualTo(ATTEMPT_FAILED);
        assertThat(arrived.status().status()).isEqualTo(FulfilmentStatus.DELIVERED);
        assertThat(shipment(arrived).packages()).isEmpty();
    }

    /** First reached does not depend on arrival: the earlier of two delivered scans dates it. */
    @Test
    void shouldDateTheDeliveryByTheFirstScanThatSaysSo() {
        // Given
        OrderStory story = shipped().scanned("1Z-B", DELIVERED).scanned("1Z-A", DELIVERED);

        // When
        Projected once = story.projectedWithCarrier();
        Projected twice = story.scannedAs("again", "1Z-A", DELIVERED).projectedWithCarrier();

        // Then
        assertThat(arrivals(twice)).isEqualTo(arrivals(once));
        assertThat(twice.contentHash()).isEqualTo(once.contentHash());
    }
}
