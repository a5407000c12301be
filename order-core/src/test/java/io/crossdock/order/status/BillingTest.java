package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.POSTED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static io.crossdock.order.status.ALine.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.status.OrderStatus.Billing;
import io.crossdock.order.status.OrderStatus.Payment;
import io.crossdock.order.status.Ownership.Claim;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R63 to R65: what is billed, by which documents, and what is left to pay. */
class BillingTest {

    private static OrderStory shipped() {
        return OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "10");
    }

    private static Billing billing(OrderStory story) {
        return story.status().axes().billing();
    }

    private static Payment payment(OrderStory story) {
        return story.status().axes().payment();
    }

    /** R63. */
    @Test
    void shouldBeInvoicedThoughNobodyBillsALineOfText() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .withLine("2", "THANK-YOU", "EA", Statement.Line.Kind.TEXT, "1", "0")
                .acceptedInErpAs("SO-1");

        // When, Then
        assertThat(billing(story.invoice("I-1", POSTED, "1", "4"))).isEqualTo(Billing.PARTIALLY_INVOICED);
        assertThat(billing(story.invoice("I-1", POSTED, "1", "10"))).isEqualTo(Billing.INVOICED);
    }

    /** R63: what is credited twice on one line is no credit of another, whatever the sums say. */
    @Test
    void shouldNotCallALineCreditedBecauseAnotherWasCreditedTwice() {
        // Given: both lines are invoiced, and the first is credited twice
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .withLine("2", "A-200", "10")
                .acceptedInErpAs("SO-1")
                .invoice("I-1", POSTED, "1", "10")
                .invoice("I-2", POSTED, "2", "10")
                .creditMemo("M-1", POSTED, "1", "10")
                .creditMemo("M-2", POSTED, "1", "10");

        // When, Then
        assertThat(billing(story)).isEqualTo(Billing.PARTIALLY_CREDITED);
        assertThat(billing(story.creditMemo("M-3", POSTED, "2", "10"))).isEqualTo(Billing.CREDITED);
    }

    /** R63, R65: a kit that is invoiced as one is credited by its parts, and the other way round. */
    @Test
    void shouldCreditAKitByItsPartsAndItsPartsByTheKit() {
        assertThat(billing(kit().invoice("I-1", POSTED, "1", "2").creditMemo("M-1", POSTED, "2", "2")))
                .isEqualTo(Billing.PARTIALLY_CREDITED);
        assertThat(billing(kit().invoice("I-1", POSTED, "1", "2")
                        .creditMemo("M-1", POSTED, "2", "2")
                        .creditMemo("M-2", POSTED, "3", "4")))
                .isEqualTo(Billing.CREDITED);
        assertThat(billing(kit().invoice("I-1", POSTED, "2", "2")
                        .invoice("I-2", POSTED, "3", "4")
                        .creditMemo("M-1", POSTED, "1", "2")))
                .isEqualTo(Billing.CREDITED);
    }

    /** R63, R65: what is invoiced twice, as a kit and by its parts, is credited when both are. */
    @Test
    void shouldNotCreditPartsByTheirKitWhenTheInvoiceNamesBoth() {
        // Given
        OrderStory story = kit().invoice("I-1", POSTED, "1", "2")
                .invoice("I-2", POSTED, "2", "2")
                .creditMemo("M-1", POSTED, "1", "2");

        // When, Then
        assertThat(billing(story)).isEqualTo(Billing.PARTIALLY_CREDITED);
        assertThat(billing(story.creditMemo("M-2", POSTED, "2", "2"))).isEqualTo(Billing.CREDITED);
    }

    /** Two kits of a frame and two wheels each. */
    private static OrderStory kit() {
        OrderStory story = OrderStory.anOrder("C-5").acceptedInErpAs("SO-1");
        return story.crmLine(aLine("1").of("KIT").as(Statement.Line.Kind.KIT).holding("2"))
                .erpLine(aLine("10")
                        .naming(story.crm, "1")
                        .of("KIT")
                        .as(Statement.Line.Kind.KIT)
                        .holding("2"))
                .erpLine(aLine("20").of("FRAME").componentOf("10").holding("2"))
                .erpLine(aLine("30").of("WHEEL").componentOf("10").holding("4"));
    }

    /** R63: services are billed like goods. */
    @Test
    void shouldWaitForTheInvoiceOverAService() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .withLine("2", "ASSEMBLY", "EA", Statement.Line.Kind.SERVICE, "1", "0")
                .acceptedInErpAs("SO-1")
                .invoice("I-1", POSTED, "1", "10");

        // When, Then
        assertThat(billing(story)).isEqualTo(Billing.PARTIALLY_INVOICED);
        assertThat(billing(story.invoice("I-2", POSTED, "2", "1"))).isEqualTo(Billing.INVOICED);
    }

    /** R65. */
    @Test
    void shouldBillASubstituteAtTheLineItReplaces() {
        // Given
        OrderStory story = shipped().invoice("I-1", POSTED, "1", "4");
        story.erpLine(aLine("20").of("A-200").insteadOf("10").holding("6"));

        // When, Then
        assertThat(billing(story)).isEqualTo(Billing.PARTIALLY_INVOICED);
        assertThat(billing(story.invoice("I-2", POSTED, "2", "6"))).isEqualTo(Billing.INVOICED);
    }

    /** R65. */
    @Test
    void shouldNotBillAKitByOneOfItsComponents() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5").acceptedInErpAs("SO-1");
        story.crmLine(aLine("1").of("KIT").as(Statement.Line.Kind.KIT).holding("5"))
                .erpLine(aLine("10")
                        .naming(story.crm, "1")
                        .of("KIT")
                        .as(Statement.Line.Kind.KIT)
                        .holding("5"))
                .erpLine(aLine("20").of("A").componentOf("10").holding("10"))
                .erpLine(aLine("30").of("B").componentOf("10").holding("5"));

        // When, Then
        assertThat(billing(story.invoice("I-1", POSTED, "2", "10"))).isEqualTo(Billing.PARTIALLY_INVOICED);
        assertThat(billing(story.invoice("I-2", POSTED, "3", "5"))).isEqualTo(Billing.INVOICED);
    }

    /** R64. */
    @Test
    void shouldBePaidWithWhatIsLeftAfterACredit() {
        // Given
        OrderStory story = shipped().invoiceOver("I-1", POSTED, "100", "USD").creditMemoOver("M-1", "30", "USD");

        // When, Then
        assertThat(payment(story.payment("P-1", POSTED, "69.99", "USD"))).isEqualTo(Payment.PARTIALLY_PAID);
        assertThat(payment(story.payment("P-1", POSTED, "70", "USD"))).isEqualTo(Payment.PAID);
    }

    /** R64. */
    @Test
    void shouldNotBePaidWhenEverythingThatWasInvoicedIsCredited() {
        // Given
        OrderStory story = shipped().invoiceOver("I-1", POSTED, "100", "USD").payment("P-1", POSTED, "100", "USD");

        // When, Then
        assertThat(payment(story)).isEqualTo(Payment.PAID);
        assertThat(payment(story.creditMemoOver("M-1", "100", "USD"))).isEqualTo(Payment.PARTIALLY_PAID);
    }

    /** R64. */
    @Test
    void shouldTakeOnlyThePaymentsOfTheirOwner() {
        // Given
        List<Claim> claims = Spine.claims();
        Spine.claim(claims, "erp", "payments", null, "paid");
        Projection projection = new Projection(Spine.TYPES, Ownership.of(claims));
        OrderStory story = shipped().invoiceOver("I-1", POSTED, "100", "USD");
        inTheCrm(story, "payment", DocumentType.PAYMENT, "100");

        // When
        OrderStatus told = story.by(projection).status();
        Payment whereNobodyOwnsIt = payment(story);
        OrderStatus paid =
                story.payment("P-1", POSTED, "100", "USD").by(projection).status();

        // Then
        assertThat(told.axes().payment()).isEqualTo(Payment.UNKNOWN);
        assertThat(whereNobodyOwnsIt).isEqualTo(Payment.PAID);
        assertThat(paid.axes().payment()).isEqualTo(Payment.PAID);
        assertThat(paid.milestones())
                .filteredOn(reach -> reach.subject().equals("order"))
                .extracting(OrderStatus.Reach::milestone)
                .contains(Milestone.PAID);
    }

    /** R64. */
    @Test
    void shouldOweOnlyWhatTheOwnerInvoiced() {
        // Given
        List<Claim> claims = Spine.claims();
        claims.removeIf(claim -> claim.name().equals("invoiced"));
        OrderStory story = shipped().invoiceOver("I-1", POSTED, "100", "USD").payment("P-1", POSTED, "100", "USD");
        inTheCrm(story, "invoice", DocumentType.INVOICE, "50");

        // When
        Payment whereNobodyOwnsIt = story.by(new Projection(Spine.TYPES, Ownership.of(claims)))
                .status()
                .axes()
                .payment();

        // Then
        assertThat(payment(story)).isEqualTo(Payment.PAID);
        assertThat(whereNobodyOwnsIt).isEqualTo(Payment.PARTIALLY_PAID);
    }

    /** R72: nothing is invoiced of what nobody has to pay. */
    @Test
    void shouldNotBeFullyInvoicedWhenEverythingIsCancelledBeforeAnyInvoice() {
        // When
        OrderStatus status = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .erpSays("1", "10", "10")
                .invoice("I-1", POSTED, "1", "0")
                .status();

        // Then
        assertThat(status.axes().billing()).isEqualTo(Billing.NOT_INVOICED);
        assertThat(status.milestones())
                .extracting(OrderStatus.Reach::milestone)
                .doesNotContain(Milestone.FULLY_INVOICED);
    }

    private static void inTheCrm(OrderStory story, String type, DocumentType kind, String amount) {
        Identifier home = Identifier.parse("crm:" + type + ":X-9");
        story.put(
                home,
                type + "s",
                "X-9",
                List.of(ShipmentSteps.partOf(home, story.erp())),
                new Statement.Document(kind, POSTED, null, null, new BigDecimal(amount), "USD", false));
    }
}
