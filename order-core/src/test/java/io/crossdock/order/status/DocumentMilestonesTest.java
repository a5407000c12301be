package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.ALLOCATED;
import static io.crossdock.order.fact.DocumentState.DELIVERED;
import static io.crossdock.order.fact.DocumentState.LOST;
import static io.crossdock.order.fact.DocumentState.OPEN;
import static io.crossdock.order.fact.DocumentState.PACKED;
import static io.crossdock.order.fact.DocumentState.PICKED;
import static io.crossdock.order.fact.DocumentState.PLANNED;
import static io.crossdock.order.fact.DocumentState.RELEASED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.status.Ownership.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R40, R70 and R71: which milestones and units the state of a document stands for. */
class DocumentMilestonesTest {

    private static OrderStory through(DocumentState... states) {
        OrderStory story =
                OrderStory.anOrder("C-5").withLine("1", "A-100", "10").acceptedInErpAs("SO-1");
        for (DocumentState state : states) {
            story.shipment("S-1", state);
        }
        return story.holding("S-1", "1", "1", "A-100", "10");
    }

    private static List<String> milestones(OrderStory story, String subject) {
        return story.status().milestones().stream()
                .filter(reach -> reach.subject().equals(subject))
                .map(reach -> reach.milestone().text())
                .toList();
    }

    /** R71. */
    @Test
    void shouldKeepTheWayOfAShipmentThatIsLostAndTakeBackItsArrival() {
        // Then
        assertThat(milestones(through(PICKED, PACKED, SHIPPED, DELIVERED), "wms-east:shipment:S-1"))
                .containsExactly("delivered", "packed", "picked", "shipped");
        assertThat(milestones(through(PICKED, PACKED, SHIPPED, DELIVERED, LOST), "wms-east:shipment:S-1"))
                .containsExactly("packed", "picked", "shipped");
    }

    /** R71. */
    @Test
    void shouldTakeBackWhatAShipmentIsNoLonger() {
        // Then
        assertThat(milestones(through(RELEASED, PICKED, PACKED, SHIPPED, PACKED), "wms-east:shipment:S-1"))
                .containsExactly("packed", "picked", "released");
        assertThat(milestones(through(RELEASED, PICKED, PLANNED), "wms-east:shipment:S-1"))
                .isEmpty();
    }

    /** R70, R71. */
    @Test
    void shouldListWhatTheWarehousesOrderHasReachedWhileItSaysSo() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .inWarehouseAs("W-1")
                .allocates("1", "A-100", "10", "10", "0")
                .warehouseOrderIs(ALLOCATED);

        // When
        List<String> allocated = milestones(story, "wms-east:order:W-1");
        List<String> released = milestones(story.warehouseOrderIs(RELEASED), "wms-east:order:W-1");
        List<String> open = milestones(story.warehouseOrderIs(OPEN), "wms-east:order:W-1");

        // Then
        assertThat(allocated).containsExactly("allocated");
        assertThat(released).containsExactly("allocated", "released");
        assertThat(open).isEmpty();
    }

    /** R40: a shipment that is closed says no more of its units. */
    @ParameterizedTest(name = "{0}: {1} released, {2} picked")
    @CsvSource({
        "PLANNED, 0, 0",
        "RELEASED, 10, 0",
        "PICKING, 10, 0",
        "PICKED, 10, 10",
        "SHIPPED, 10, 10",
        "CLOSED, 0, 0"
    })
    void shouldCountTheUnitsOfAShipmentForTheStateItHasReached(DocumentState state, String released, String picked) {
        // Given: the warehouse releases by its shipments
        List<Claim> claims = Spine.claims();
        claims.removeIf(claim -> claim.name().equals("released"));
        Spine.claim(claims, "wms-east", "shipment-lines", "EAST", "released");

        // When
        OrderStatus.Line line = through(state)
                .by(new Projection(Spine.TYPES, Ownership.of(claims)))
                .status()
                .lines()
                .getFirst();

        // Then
        assertThat(line.quantities().get(Quantity.RELEASED)).isEqualTo(released);
        assertThat(line.quantities().get(Quantity.PICKED)).isEqualTo(picked);
    }
}
