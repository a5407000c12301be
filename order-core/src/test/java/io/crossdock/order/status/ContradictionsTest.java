package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.LOST;
import static io.crossdock.order.fact.DocumentState.PLANNED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static io.crossdock.order.status.ALine.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.status.Ownership.Claim;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R83: which figures of others contradict the owner's, and which only say the same in another way. */
class ContradictionsTest {

    private static OrderStory shipment(DocumentState state, String units) {
        return OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .shipment("S-1", state)
                .holding("S-1", "1", "1", "A-100", units);
    }

    private static OrderStory erpCounts(OrderStory story, Quantity quantity, String units) {
        return story.erpLine(aLine("10").naming(story.crm, "1").holding("10").counting(quantity, units));
    }

    @Test
    void shouldContradictAnOwnerThatHasShippedNothingYet() {
        // When
        Projected projected =
                erpCounts(shipment(PLANNED, "4"), Quantity.SHIPPED, "6").projected();

        // Then
        assertThat(projected.contradictions()).singleElement().satisfies(found -> {
            assertThat(found.owned()).isEqualTo(BigDecimal.ZERO);
            assertThat(found.stated()).isEqualTo(new BigDecimal("6"));
        });
    }

    @Test
    void shouldNotContradictWhatIsLostSince() {
        // When
        OrderStory lost = shipment(LOST, "10");

        // Then
        assertThat(erpCounts(lost, Quantity.SHIPPED, "10").projected().contradictions())
                .isEmpty();
        assertThat(erpCounts(lost, Quantity.SHIPPED, "9").projected().contradictions())
                .hasSize(1);
    }

    @Test
    void shouldContradictTheOrderedQuantityWhateverIsLost() {
        // Given: the CRM shows ten, of which the ERP decided eight, and two are lost
        OrderStory story = shipment(LOST, "2").erpSays("1", "8", "0");

        // Then
        assertThat(story.projected().contradictions())
                .extracting(Contradiction::quantity)
                .containsExactly(Quantity.ORDERED);
    }

    @Test
    void shouldNotContradictWhatASubstituteLends() {
        // Given: four of the article itself left, and six of another one in its place
        OrderStory story = shipment(SHIPPED, "4");
        story.erpLine(aLine("20").of("A-200").insteadOf("10").holding("6"))
                .holding("S-1", aLine("2").naming(story.erp(), "20").holding("6"));

        // When
        Projected right = erpCounts(story, Quantity.SHIPPED, "4").projected();
        Projected wrong = erpCounts(story, Quantity.SHIPPED, "10").projected();

        // Then
        assertThat(right.status().status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(right.contradictions()).isEmpty();
        assertThat(wrong.contradictions()).hasSize(1);
    }

    @Test
    void shouldNotContradictItselfInAnotherTable() {
        // When
        OrderStory story = shipment(SHIPPED, "4").inWarehouseAs("W-1");
        story.warehouseLine(aLine("1").naming(story.erp(), "10").holding("10").counting(Quantity.SHIPPED, "6"));

        // Then
        assertThat(story.projected().contradictions()).isEmpty();
    }

    @Test
    void shouldNotContradictTheOwnerOfAnotherPlace() {
        // Given: each house counts what leaves it
        List<Claim> claims = Spine.claims();
        Spine.claim(claims, "erp", "sales-order-lines", "NORTH", "shipped");
        Projection projection = new Projection(Spine.TYPES, Ownership.of(claims));
        OrderStory story = shipment(SHIPPED, "4");
        story.erpLine(
                aLine("10").naming(story.crm, "1").holding("10").from("NORTH").counting(Quantity.SHIPPED, "6"));

        // When
        Projected projected = story.by(projection);

        // Then
        assertThat(projected.status().status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(projected.contradictions()).isEmpty();
        assertThat(story.projected().contradictions())
                .as("where nobody owns it")
                .hasSize(1);
    }

    @Test
    void shouldNoteEachQuantityThatDiffers() {
        // Given
        OrderStory story = shipment(SHIPPED, "4");
        story.erpLine(aLine("10")
                .naming(story.crm, "1")
                .holding("10")
                .counting(Quantity.SHIPPED, "6")
                .counting(Quantity.PICKED, "7"));

        // Then
        assertThat(story.projected().contradictions())
                .extracting(Contradiction::quantity)
                .containsExactly(Quantity.PICKED, Quantity.SHIPPED);
    }
}
