package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.OPEN;
import static io.crossdock.order.fact.DocumentState.PACKED;
import static io.crossdock.order.fact.DocumentState.POSTED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Statement.LineRef;
import io.crossdock.order.fact.Statement.OrderHeader;
import io.crossdock.order.status.OrderStatus.Approval;
import io.crossdock.order.status.OrderStatus.Billing;
import io.crossdock.order.status.OrderStatus.Hold;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R60 to R63, R70 to R73 and R80: what is said about an order besides its status. */
class AxesAndMilestonesTest {

    private static OrderStory accepted() {
        return OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .withLine("2", "B-200", "10")
                .acceptedInErpAs("SO-1");
    }

    private static OrderStory shipped() {
        return accepted()
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "10")
                .shipment("S-2", SHIPPED)
                .holding("S-2", "1", "2", "B-200", "10");
    }

    private static List<String> names(Projected projected) {
        return projected.milestones().stream()
                .map(stamp -> stamp.subject() + " " + stamp.milestone().text())
                .toList();
    }

    /** R60. */
    @Test
    void shouldListTheTrackingNumbersOfAllPackagesOfAShipment() {
        // When
        OrderStatus.Shipment shipment = shipped()
                .packedInto("S-1", "2", "1Z-B")
                .packedInto("S-1", "1", "1Z-A")
                .packedInto("S-1", "3", "1Z-B")
                .status()
                .shipments()
                .getFirst();

        // Then
        assertThat(shipment.tracking()).containsExactly("1Z-A", "1Z-B");
        assertThat(shipment.carrier()).isEqualTo("UPS");
    }

    /** R61. */
    @Test
    void shouldTellApprovalAndHoldApart() {
        // Given
        OrderStory story = accepted();

        // When, Then
        assertThat(OrderStory.anOrder("C-6").status().axes().approval()).isEqualTo(Approval.CAPTURED);
        assertThat(story.status().axes().approval()).isEqualTo(Approval.ACCEPTED);
        assertThat(story.status().axes().hold()).isEqualTo(Hold.NONE);
        story.erpHeader(OrderHeader.State.ON_HOLD, OrderHeader.Credit.APPROVED, false);
        assertThat(story.status().axes().hold()).isEqualTo(Hold.ORDER);
        assertThat(story.status().axes().approval()).isEqualTo(Approval.ACCEPTED);
        story.erpHeader(OrderHeader.State.ON_HOLD, OrderHeader.Credit.REFUSED, false);
        assertThat(story.status().axes().hold()).isEqualTo(Hold.CREDIT);
        assertThat(story.status().axes().approval()).isEqualTo(Approval.REJECTED);
    }

    /** R63: only posted documents count, and a credit never changes fulfilment. */
    @Test
    void shouldBillByPostedDocumentsOnly() {
        // Given
        OrderStory story = shipped();

        // When, Then
        assertThat(story.invoice("I-1", OPEN, "1", "10").status().axes().billing())
                .isEqualTo(Billing.NOT_INVOICED);
        assertThat(story.invoice("I-1", POSTED, "1", "10").status().axes().billing())
                .isEqualTo(Billing.PARTIALLY_INVOICED);
        assertThat(story.invoice("I-2", POSTED, "2", "10").status().axes().billing())
                .isEqualTo(Billing.INVOICED);
        assertThat(story.creditMemo("M-1", POSTED, "2", "10").status().axes().billing())
                .isEqualTo(Billing.PARTIALLY_CREDITED);
        OrderStatus credited = story.creditMemo("M-2", POSTED, "1", "10").status();
        assertThat(credited.axes().billing()).isEqualTo(Billing.CREDITED);
        assertThat(credited.status()).isEqualTo(FulfilmentStatus.SHIPPED);
    }

    /** R70, R72. */
    @Test
    void shouldStampEachSubjectWithTheFirstTimeItGotThere() {
        // Given
        OrderStory story = shipped();
        MilestoneStamp first = shippedStamp(story.projected());

        // When
        Projected later = story.shipment("S-1", SHIPPED).projected();

        // Then
        assertThat(shippedStamp(later).reached()).isEqualTo(first.reached());
        assertThat(names(later))
                .contains(
                        "order captured",
                        "order accepted",
                        "order credit-approved",
                        "order fully-shipped",
                        "wms-east:shipment:S-1 shipped",
                        "wms-east:shipment:S-2 shipped")
                .doesNotContain("order fully-invoiced", "order fully-delivered", "order cancelled");
        assertThat(later.status().milestones()).hasSameSizeAs(later.milestones());
    }

    /** R72: an order is shipped when its last shipment is. */
    @Test
    void shouldDateFullyShippedByTheLastShipment() {
        // When
        Projected projected = shipped().projected();

        // Then
        assertThat(projected.milestones())
                .filteredOn(stamp -> stamp.milestone() == Milestone.FULLY_SHIPPED)
                .extracting(stamp -> stamp.key().primaryKey())
                .containsExactly("S-2");
    }

    /** R71: a withdrawn milestone is no longer in force. */
    @Test
    void shouldWithdrawShippedWhenTheWarehouseTakesItBack() {
        // When
        Projected projected = shipped().shipment("S-2", PACKED).projected();

        // Then
        assertThat(names(projected))
                .contains("wms-east:shipment:S-1 shipped", "wms-east:shipment:S-2 packed")
                .doesNotContain("wms-east:shipment:S-2 shipped", "order fully-shipped");
    }

    /** R73. */
    @Test
    void shouldSayHowFarTheFirstAndTheLastUnitAre() {
        // When
        OrderStatus status = accepted()
                .inWarehouseAs("W-1")
                .allocates("1", "A-100", "10", "10", "0")
                .allocates("2", "B-200", "10", "10", "0")
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "1")
                .status();

        // Then
        assertThat(status.leadingMilestone()).isEqualTo(Milestone.SHIPPED);
        assertThat(status.trailingMilestone()).isEqualTo(Milestone.ALLOCATED);
        assertThat(OrderStory.anOrder("C-6").status().leadingMilestone()).isEqualTo(Milestone.CAPTURED);
    }

    /** R80. */
    @Test
    void shouldFlagWhatAPersonShouldKnowWithoutChangingTheStatus() {
        // Given
        OrderStory tooMany = shipped().holding("S-1", "1", "1", "A-100", "11");
        OrderStory tooEarly = accepted().invoice("I-1", POSTED, "1", "10");
        OrderStory otherUnit = accepted()
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", new LineRef(accepted().erp(), "10"), "A-100", "CS", "1");
        OrderStory negative = accepted().erpSays("1", "-1", "0");

        // When, Then
        assertThat(tooMany.status().exceptions()).containsExactly(OrderException.Type.OVER_SHIPPED);
        assertThat(tooMany.status().status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(tooEarly.status().exceptions()).containsExactly(OrderException.Type.INVOICED_BEFORE_SHIPPED);
        assertThat(otherUnit.status().exceptions()).containsExactly(OrderException.Type.UNIT_MISMATCH);
        assertThat(otherUnit.status().status()).isEqualTo(FulfilmentStatus.OPEN);
        assertThat(negative.status().exceptions()).containsExactly(OrderException.Type.INTEGRITY_VIOLATION);
    }

    @Test
    void shouldAllowAnInvoiceBeforeTheShipmentOnPrepaidTerms() {
        // When
        OrderStatus status = accepted()
                .erpHeader(OrderHeader.State.ACCEPTED, OrderHeader.Credit.APPROVED, true)
                .invoice("I-1", POSTED, "1", "10")
                .status();

        // Then
        assertThat(status.exceptions()).isEmpty();
    }

    private static MilestoneStamp shippedStamp(Projected projected) {
        return projected.milestones().stream()
                .filter(stamp -> stamp.subject().equals("wms-east:shipment:S-1"))
                .filter(stamp -> stamp.milestone() == Milestone.SHIPPED)
                .findFirst()
                .orElseThrow();
    }
}
