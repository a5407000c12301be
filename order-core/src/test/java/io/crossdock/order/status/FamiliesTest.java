package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.DELIVERED;
import static io.crossdock.order.fact.DocumentState.LOST;
import static io.crossdock.order.fact.DocumentState.OPEN;
import static io.crossdock.order.fact.DocumentState.POSTED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static io.crossdock.order.status.ALine.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement.Line.Fulfilment;
import io.crossdock.order.fact.Statement.Line.Kind;
import io.crossdock.order.status.OrderStatus.Billing;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** R55 to R57 and R65: kits, substitutes, and goods that do not leave our own warehouse by a carrier. */
class FamiliesTest {

    /** Five kits of two A and one B each. */
    private static OrderStory kits() {
        OrderStory story = OrderStory.anOrder("C-5").acceptedInErpAs("SO-1");
        return story.crmLine(aLine("1").of("KIT").as(Kind.KIT).holding("5"))
                .erpLine(aLine("10")
                        .naming(story.crm, "1")
                        .of("KIT")
                        .as(Kind.KIT)
                        .holding("5"))
                .erpLine(aLine("11").of("A").componentOf("10").holding("10"))
                .erpLine(aLine("12").of("B").componentOf("10").holding("5"))
                .shipment("S-1", SHIPPED);
    }

    private static OrderStory ship(OrderStory story, String number, String erpLine, String units) {
        return story.holding("S-1", aLine(number).naming(story.erp(), erpLine).holding(units));
    }

    private static BigDecimal quantity(OrderStatus status, String line, Quantity quantity) {
        return status.lines().stream()
                .filter(one -> one.line().equals(line))
                .map(one -> one.quantities().get(quantity))
                .findFirst()
                .orElseThrow();
    }

    /** R55. */
    @Test
    void shouldShipAsManyKitsAsTheScarcestComponentMakes() {
        // Given
        OrderStory story = ship(ship(kits(), "1", "11", "10"), "2", "12", "3");

        // When
        OrderStatus part = story.status();
        OrderStatus all = ship(story, "2", "12", "5").status();

        // Then
        assertThat(quantity(part, "1", Quantity.SHIPPED)).isEqualTo("3");
        assertThat(part.status()).isEqualTo(FulfilmentStatus.PARTIALLY_SHIPPED);
        assertThat(quantity(all, "1", Quantity.SHIPPED)).isEqualTo("5");
        assertThat(all.status()).isEqualTo(FulfilmentStatus.SHIPPED);
    }

    /** R55: a started kit is no kit. */
    @Test
    void shouldRoundKitsDown() {
        // When
        OrderStatus status = ship(ship(kits(), "1", "11", "9"), "2", "12", "5").status();

        // Then
        assertThat(quantity(status, "1", Quantity.SHIPPED)).isEqualTo("4");
    }

    /** R55: the warehouse may count the kit itself. */
    @Test
    void shouldGiveComponentsTheirShareWhenTheWarehouseCountsKits() {
        // When
        OrderStatus part = ship(kits(), "1", "10", "2").status();
        OrderStatus all = ship(kits(), "1", "10", "5").status();
        OrderStatus lost = ship(kits(), "1", "10", "5").shipment("S-1", LOST).status();

        // Then
        assertThat(quantity(part, "erp:sales-order:SO-1/11", Quantity.SHIPPED)).isEqualTo("4");
        assertThat(part.status()).isEqualTo(FulfilmentStatus.PARTIALLY_SHIPPED);
        assertThat(all.status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(all.untracked()).isTrue();
        assertThat(lost.status()).isEqualTo(FulfilmentStatus.OPEN);
        assertThat(lost.lines().get(1).positions()).containsOnlyKeys(Position.LOST);
    }

    /** R55: a kit nobody knows the components of is shipped as it is. */
    @Test
    void shouldWaitForTheKitItselfWhenNoComponentIsKnown() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5").acceptedInErpAs("SO-1");
        story.crmLine(aLine("1").of("KIT").as(Kind.KIT).holding("5"))
                .erpLine(aLine("10")
                        .naming(story.crm, "1")
                        .of("KIT")
                        .as(Kind.KIT)
                        .holding("5"))
                .shipment("S-1", SHIPPED);

        // When, Then
        assertThat(ship(story, "1", "10", "4").status().status()).isEqualTo(FulfilmentStatus.PARTIALLY_SHIPPED);
        assertThat(ship(story, "1", "10", "5").status().status()).isEqualTo(FulfilmentStatus.SHIPPED);
    }

    /** R65. */
    @Test
    void shouldBillAKitByItsOwnLineOrByItsComponents() {
        // Given
        OrderStory story = ship(kits(), "1", "10", "5");
        OrderStory byKit = story.header("invoice", DocumentType.INVOICE, "I-1", POSTED, null, null, null)
                .line("invoice", "I-1", aLine("1").naming(story.erp(), "10").holding("5"));

        // When, Then
        assertThat(byKit.status().axes().billing()).isEqualTo(Billing.INVOICED);
        assertThat(byKit.line(
                                "invoice",
                                "I-1",
                                aLine("1").naming(story.erp(), "11").holding("10"))
                        .line(
                                "invoice",
                                "I-1",
                                aLine("2").naming(story.erp(), "12").holding("5"))
                        .status()
                        .axes()
                        .billing())
                .isEqualTo(Billing.INVOICED);
    }

    /** R56. */
    @Test
    void shouldCoverALineByItsSubstitute() {
        // Given
        OrderStory story =
                OrderStory.anOrder("C-5").withLine("1", "A-100", "10").acceptedInErpAs("SO-1");
        story.erpLine(aLine("20").of("A-200").insteadOf("10").holding("6"))
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "4");

        // When
        OrderStatus part = story.status();
        OrderStatus all = ship(story, "2", "20", "6").status();

        // Then
        assertThat(part.status()).isEqualTo(FulfilmentStatus.PARTIALLY_SHIPPED);
        assertThat(all.status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(quantity(all, "1", Quantity.SHIPPED)).isEqualTo("10");
        assertThat(quantity(all, "erp:sales-order:SO-1/20", Quantity.SHIPPED)).isEqualTo("6");
        assertThat(all.exceptions()).isEmpty();
        assertThat(all.complete()).isTrue();
    }

    /** R56: a substitute that nobody ordered is waited for no more than any other. */
    @Test
    void shouldBeCompleteThoughTheQuantityOfASubstituteIsUnknown() {
        // When
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "0");
        OrderStatus status = story.holding(
                        "S-1", aLine("2").of("A-200").insteadOf("1").holding("10"))
                .status();

        // Then
        assertThat(status.status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(status.complete()).isTrue();
        assertThat(status.lines()).hasSize(2);
    }

    /** R56, R63: what is credited of a substitute is credited where it is billed. */
    @Test
    void shouldCreditALineByItsSubstitute() {
        // Given
        OrderStory story =
                substituted("EA", "EA").header("invoice", DocumentType.INVOICE, "I-1", POSTED, null, null, null);
        story.line("invoice", "I-1", aLine("1").naming(story.erp(), "20").holding("10"))
                .header("credit-memo", DocumentType.CREDIT_MEMO, "CM-1", POSTED, null, null, null);

        // When
        OrderStatus part = story.line(
                        "credit-memo",
                        "CM-1",
                        aLine("1").naming(story.erp(), "20").holding("4"))
                .status();
        OrderStatus all = story.line(
                        "credit-memo",
                        "CM-1",
                        aLine("1").naming(story.erp(), "20").holding("10"))
                .status();

        // Then
        assertThat(part.axes().billing()).isEqualTo(Billing.PARTIALLY_CREDITED);
        assertThat(quantity(part, "1", Quantity.CREDITED)).isEqualTo("4");
        assertThat(all.axes().billing()).isEqualTo(Billing.CREDITED);
    }

    /** R56: six metres are not six pieces. */
    @Test
    void shouldNotCoverALineByWhatIsCountedInAnotherUnit() {
        // When
        OrderStatus alike = substituted("EA", "EA").status();
        OrderStatus unlike = substituted("EA", "M").status();

        // Then
        assertThat(alike.status()).isEqualTo(FulfilmentStatus.SHIPPED);
        assertThat(alike.exceptions()).isEmpty();
        assertThat(unlike.status()).isEqualTo(FulfilmentStatus.OPEN);
        assertThat(quantity(unlike, "1", Quantity.SHIPPED)).isEqualTo("0");
        assertThat(unlike.exceptions()).containsExactly(OrderException.Type.UNIT_MISMATCH);
    }

    /** R81: both articles are set aside for one line. */
    @Test
    void shouldCallItOverAllocatedWhenALineAndItsSubstituteAreSetAsideInFull() {
        // Given
        OrderStory story =
                OrderStory.anOrder("C-5").withLine("1", "A-100", "10").acceptedInErpAs("SO-1");
        story.erpLine(aLine("20").of("A-200").insteadOf("10").holding("6"))
                .inWarehouseAs("W-1")
                .warehouseOrderIs(OPEN)
                .allocates("1", "A-100", "10", "10", "0");

        // When
        OrderStatus before = story.status();
        OrderStatus after = story.warehouseLine(
                        aLine("2").naming(story.erp(), "20").of("A-200").counting(Quantity.ALLOCATED, "6"))
                .status();

        // Then
        assertThat(before.exceptions()).isEmpty();
        assertThat(after.exceptions()).containsExactly(OrderException.Type.OVER_ALLOCATED);
    }

    /** Ten ordered, and ten of another article shipped in their place. */
    private static OrderStory substituted(String ordered, String sent) {
        OrderStory story = OrderStory.anOrder("C-5").acceptedInErpAs("SO-1");
        story.crmLine(aLine("1").of("A-100").in(ordered).holding("10"))
                .erpLine(aLine("10")
                        .naming(story.crm, "1")
                        .of("A-100")
                        .in(ordered)
                        .holding("10"))
                .erpLine(aLine("20").of("A-200").in(sent).insteadOf("10").holding("10"))
                .shipment("S-1", SHIPPED);
        return story.holding(
                "S-1", aLine("1").naming(story.erp(), "20").in(sent).holding("10"));
    }

    /** R57. */
    @Test
    void shouldCallPickedUpGoodsDelivered() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5").acceptedInErpAs("SO-1");
        story.collecting("A").shipment("S-1", SHIPPED);

        // When
        Projected projected = ship(story, "1", "10", "10").projectedWithCarrier();

        // Then
        assertThat(projected.status().status()).isEqualTo(FulfilmentStatus.DELIVERED);
        assertThat(projected.status().untracked()).isFalse();
        assertThat(projected.status().milestones())
                .extracting(reach -> reach.subject() + " " + reach.milestone().text())
                .contains("line:1 delivered", "order fully-delivered");
    }

    /** R57: the vendor ships; our warehouse has only its own line to allocate. */
    @Test
    void shouldWaitForNoAllocationOfADropShipLine() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5").withLine("1", "A", "10").acceptedInErpAs("SO-1");
        story.crmLine(aLine("2").of("D").by(Fulfilment.DROP_SHIP).from("VENDOR").holding("3"))
                .erpLine(aLine("20")
                        .naming(story.crm, "2")
                        .of("D")
                        .by(Fulfilment.DROP_SHIP)
                        .from("VENDOR")
                        .holding("3"))
                .inWarehouseAs("W-1")
                .warehouseOrderIs(OPEN)
                .allocates("1", "A", "10", "10", "0");

        // When, Then
        assertThat(story.status().status()).isEqualTo(FulfilmentStatus.ALLOCATED);
        assertThat(story.shipment("S-1", DELIVERED)
                        .holding("S-1", "1", "1", "A", "10")
                        .projectedWithDeliveryFeed()
                        .status()
                        .status())
                .isEqualTo(FulfilmentStatus.PARTIALLY_DELIVERED);
    }
}
