package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.DELIVERED;
import static io.crossdock.order.fact.DocumentState.LOST;
import static io.crossdock.order.fact.DocumentState.PACKED;
import static io.crossdock.order.fact.DocumentState.RETURN_TO_SENDER;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.IdentifierType;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R44, R102 and R103: packages that go astray, and scans that are not theirs; six units in one, four in the other. */
class AstrayPackagesTest {

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

    /** R44: a lost package takes its own units with it, and gives them back when it is found. */
    @Test
    void shouldLoseAndFindTheUnitsOfOnePackage() {
        // Given
        OrderStory story = shipped().scanned("1Z-A", LOST);

        // When
        Projected lost = story.projectedWithCarrier();
        Projected found = story.scanned("1Z-A", DELIVERED).projectedWithCarrier();

        // Then
        assertThat(quantity(lost, Quantity.SHIPPED)).isEqualTo("4");
        assertThat(lost.status().lines().getFirst().positions())
                .containsEntry(Position.LOST, new BigDecimal("6"))
                .containsEntry(Position.IN_TRANSIT, new BigDecimal("4"));
        assertThat(lost.status().status()).isEqualTo(FulfilmentStatus.PARTIALLY_SHIPPED);
        assertThat(quantity(found, Quantity.SHIPPED)).isEqualTo("10");
        assertThat(quantity(found, Quantity.DELIVERED)).isEqualTo("6");
    }

    /** R44: a replacement covers what was lost. */
    @Test
    void shouldBeShippedAgainWhenLostUnitsAreReplaced() {
        // When
        Projected projected = shipped()
                .scanned("1Z-A", LOST)
                .shipment("S-2", SHIPPED)
                .holding("S-2", "1", "1", "A-100", "6")
                .projectedWithCarrier();

        // Then
        assertThat(projected.status().status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(projected.exceptions()).isEmpty();
    }

    /** What the warehouse gave up and the carrier delivered after all has been shipped. */
    @Test
    void shouldCoverAgainWhenTheCarrierDeliversWhatTheWarehouseCalledLost() {
        // When
        Projected projected = shipped()
                .shipment("S-1", LOST)
                .scanned("1Z-A", DELIVERED)
                .scanned("1Z-B", DELIVERED)
                .projected();

        // Then
        assertThat(projected.status().status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(quantity(projected, Quantity.SHIPPED)).isEqualTo("10");
    }

    /** R103: what is scanned after the package turned back belongs to the return. */
    @Test
    void shouldNotCallAPackageDeliveredThatCameBackToUs() {
        // When
        Projected projected = shipped()
                .scanned("1Z-A", RETURN_TO_SENDER)
                .scanned("1Z-A", DELIVERED)
                .projectedWithCarrier();

        // Then
        assertThat(shipment(projected).packages().getFirst().state()).isEqualTo(RETURN_TO_SENDER);
        assertThat(quantity(projected, Quantity.DELIVERED)).isEqualTo("0");
        assertThat(projected.status().lines().getFirst().positions()).containsEntry(Position.LOST, new BigDecimal("6"));
    }

    /** R102: the carrier gave the number out before, and will again. */
    @Test
    void shouldCountAScanOnlyWhileTheNumberIsThisShipments() {
        // When
        Projected before = delivered(shipped(), -400);
        Projected after = delivered(shipped(), 121);
        Projected within = delivered(shipped(), 119);

        // Then
        assertThat(quantity(before, Quantity.DELIVERED)).isEqualTo("0");
        assertThat(quantity(after, Quantity.DELIVERED)).isEqualTo("0");
        assertThat(quantity(within, Quantity.DELIVERED)).isEqualTo("6");
    }

    /** R102: taken back to the dock after it was called shipped; months later it leaves under the same number. */
    @Test
    void shouldCountScansFromTheTimeItLeftAgain() {
        // When
        Projected within = delivered(leavingAgain(), 119);
        Projected after = delivered(leavingAgain(), 121);

        // Then
        assertThat(quantity(within, Quantity.DELIVERED)).isEqualTo("6");
        assertThat(quantity(after, Quantity.DELIVERED)).isEqualTo("0");
    }

    private static OrderStory leavingAgain() {
        return shipped().shipment("S-1", PACKED).later(Duration.ofDays(200)).leaves("S-1");
    }

    /** R102: a row that is written again says when the shipment left, not when it was written. */
    @Test
    void shouldNotCountLaterScansBecauseTheRowIsWrittenAgain() {
        // When
        Projected written =
                delivered(shipped().leaves("S-1").later(Duration.ofDays(200)).shipment("S-1", SHIPPED), 1);

        // Then
        assertThat(quantity(written, Quantity.DELIVERED)).isEqualTo("0");
    }

    /** R102: a package that was scanned before its house said that it left; the row's own time stands in. */
    @Test
    void shouldCountAScanFromTheRowsTimeWhileNobodySaidThatItLeft() {
        // When
        Projected before = delivered(packed(), -1);
        Projected within = delivered(packed(), 119);
        Projected after = delivered(packed(), 121);

        // Then
        assertThat(quantity(before, Quantity.DELIVERED)).isEqualTo("0");
        assertThat(quantity(within, Quantity.DELIVERED)).isEqualTo("10");
        assertThat(quantity(after, Quantity.DELIVERED)).isEqualTo("0");
    }

    private static OrderStory packed() {
        return OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .shipment("S-1", PACKED)
                .holdingInCarton("S-1", "1", "1", "10", "1")
                .packedInto("S-1", "1", "1Z-A");
    }

    /** The first package is delivered so many days later, by a carrier who gives numbers out again. */
    private static Projected delivered(OrderStory story, int days) {
        return story.later(Duration.ofDays(days)).scanned("1Z-A", DELIVERED).by(withNumbersGivenOutAgain());
    }

    private static Projection withNumbersGivenOutAgain() {
        Map<String, IdentifierType> types = new HashMap<>(Spine.TYPES.byName());
        types.put("ups:tracking", new IdentifierType(3, 0, 0, Period.ofDays(120)));
        return Spine.withCarrier(new IdentifierTypes(types, Spine.TYPES.orderRank()));
    }
}
