package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.RECEIVED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static io.crossdock.order.status.ALine.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Statement.OrderHeader;
import io.crossdock.order.status.OrderStatus.Approval;
import io.crossdock.order.status.OrderStatus.Returns;
import io.crossdock.order.status.Ownership.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R61 and R66: whose word makes an order accepted, and which units make it returned. */
class WhoseWordTest {

    /** R61. */
    @Test
    void shouldBeAcceptedByNobodyButTheOwnerOfAcceptance() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .capturedAs(OrderHeader.State.ACCEPTED)
                .enteredInErpAs("SO-1");

        // When, Then
        assertThat(story.status().axes().approval()).isEqualTo(Approval.CAPTURED);
        assertThat(story.acceptedInErpAs("SO-1").status().axes().approval()).isEqualTo(Approval.ACCEPTED);
    }

    /** R61. */
    @Test
    void shouldBeAcceptedByAnyRecordWhereNobodyOwnsAcceptance() {
        // Given
        List<Claim> claims = Spine.claims();
        claims.removeIf(claim -> claim.name().equals("accepted"));
        Projection projection = new Projection(Spine.TYPES, Ownership.of(claims));
        OrderStory story =
                OrderStory.anOrder("C-5").withLine("1", "A-100", "10").enteredInErpAs("SO-1");

        // When
        Approval before = story.by(projection).status().axes().approval();
        Approval after = story.capturedAs(OrderHeader.State.ACCEPTED)
                .by(projection)
                .status()
                .axes()
                .approval();

        // Then
        assertThat(before).isEqualTo(Approval.CAPTURED);
        assertThat(after).isEqualTo(Approval.ACCEPTED);
    }

    /** R66: half of the units are no full return, however they are added. */
    @Test
    void shouldBeReturnedInPartWhenHalfOfItCameBack() {
        assertThat(shipped().returned("R-1", RECEIVED, "1", "5").status().axes().returns())
                .isEqualTo(Returns.PARTIAL);
        assertThat(shipped()
                        .returned("R-1", RECEIVED, "1", "10")
                        .status()
                        .axes()
                        .returns())
                .isEqualTo(Returns.FULL);
    }

    /** R66. */
    @Test
    void shouldCountWhatCameBackOfASubstituteAtTheLineItReplaces() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "4");
        story.erpLine(aLine("20").of("A-200").insteadOf("10").holding("6"))
                .holding("S-1", aLine("2").naming(story.erp(), "20").holding("6"));

        // When
        Returns ofTheSubstitute =
                story.returned("R-1", RECEIVED, "2", "6").status().axes().returns();
        Returns ofBoth =
                story.returned("R-2", RECEIVED, "1", "4").status().axes().returns();

        // Then
        assertThat(ofTheSubstitute).isEqualTo(Returns.PARTIAL);
        assertThat(ofBoth).isEqualTo(Returns.FULL);
    }

    private static OrderStory shipped() {
        return OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "10");
    }
}
