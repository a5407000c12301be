package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.CANCELLED;
import static io.crossdock.order.fact.DocumentState.PACKED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement.LineRef;
import io.crossdock.order.severity.Stake;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R69: where a line is to be found in the documents of its order. */
class LinePlacesTest {

    private static final Identifier SALES_ORDER = Identifier.parse("erp:sales-order:SO-1");
    private static final Identifier WAREHOUSE_ORDER = Identifier.parse("wms-east:order:W-9");

    private static OrderStory story() {
        return OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "24")
                .acceptedInErpAs("SO-1")
                .inWarehouseAs("W-9")
                .allocates("1", "A-100", "24", "24", "0");
    }

    private static OrderStatus.Places places(OrderStory story) {
        return story.status().lines().getFirst().places();
    }

    @Test
    void shouldNameTheLineInEveryRecordButTheRoots() {
        assertThat(places(story()).numbers())
                .containsExactly(new LineRef(SALES_ORDER, "10"), new LineRef(WAREHOUSE_ORDER, "1"));
    }

    @Test
    void shouldNotCallALineOfAShipmentANumber() {
        // Given
        OrderStory story = story().shipment("S-1", PACKED).holding("S-1", "7", "1", "A-100", "24");

        // Then
        assertThat(places(story).numbers()).hasSize(2);
    }

    @Test
    void shouldSayHowManyUnitsAreInWhichShipmentThatIsNotCancelled() {
        // Given: ten in two rows of one shipment, a pallet of twelve in another, and what was given up
        OrderStory story = story().shipment("S-1", SHIPPED)
                .holding("S-1", "1", "1", "A-100", "6")
                .holding("S-1", "2", "1", "A-100", "4")
                .shipment("S-2", PACKED)
                .holding(
                        "S-2",
                        ALine.aLine("1")
                                .naming(SALES_ORDER, "10")
                                .in("PAL")
                                .where("PAL", "12")
                                .where("EA", "1")
                                .holding("1"))
                .shipment("S-3", CANCELLED)
                .holding("S-3", "1", "1", "A-100", "24");

        // Then
        assertThat(places(story).portions())
                .isEqualTo(Map.of(
                        OrderStory.shipment("S-1"), new BigDecimal("10"),
                        OrderStory.shipment("S-2"), new BigDecimal("12")));
    }

    @Test
    void shouldConvertTheUnitsOfAShipmentByWhatTheOrderSaysOfThem() {
        // Given: ordered in cases of twelve, which the order alone says; shipped in pieces
        OrderStory story = OrderStory.anOrder("C-5").acceptedInErpAs("SO-1");
        story.crmLine(ALine.aLine("1")
                        .of("A-100")
                        .in("CS")
                        .where("CS", "12")
                        .where("EA", "1")
                        .holding("2"))
                .erpLine(ALine.aLine("10")
                        .naming(story.crm, "1")
                        .of("A-100")
                        .in("CS")
                        .holding("2"))
                .shipment("S-1", SHIPPED)
                .holding(
                        "S-1",
                        ALine.aLine("1").naming(SALES_ORDER, "10").in("EA").holding("12"));

        // Then
        assertThat(places(story).portions()).isEqualTo(Map.of(OrderStory.shipment("S-1"), new BigDecimal("1")));
    }

    @Test
    void shouldComeFromWhereTheOwnerOfTheContentSays() {
        // Given: the sales order says it, the CRM's line does not
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "24")
                .acceptedInErpAs("SO-1")
                .put(
                        SALES_ORDER,
                        "sales-order-lines",
                        "SO-1|10",
                        List.of(),
                        ALine.aLine("10")
                                .naming(OrderStory.anOrder("C-5").crm, "1")
                                .of("A-100")
                                .from("WEST")
                                .holding("24")
                                .said());

        // Then
        assertThat(places(story).location()).isEqualTo("WEST");
    }

    @Test
    void shouldCostWhatTheOrderSaysInTheLinesUnit() {
        // Given: the CRM names no price, the sales order does, for a piece and not for a case
        OrderStory story =
                OrderStory.anOrder("C-5").withLine("1", "A-100", "24").acceptedInErpAs("SO-1");
        ALine priced = ALine.aLine("10")
                .naming(story.crm, "1")
                .of("A-100")
                .holding("24")
                .at("2.50");

        // Then
        assertThat(price(story.erpLine(priced))).isEqualTo(new BigDecimal("2.5"));
        assertThat(price(OrderStory.anOrder("C-6").withLine("1", "A-100", "24")))
                .isNull();
    }

    @Test
    void shouldHoldWhatIsOrderedAndNotCancelledForAtStake() {
        // Given
        OrderStory story =
                OrderStory.anOrder("C-5").withLine("1", "A-100", "24").acceptedInErpAs("SO-1");
        story.erpLine(ALine.aLine("10")
                .naming(story.crm, "1")
                .of("A-100")
                .from("WEST")
                .counting(Quantity.ORDERED, "24")
                .counting(Quantity.CANCELLED, "4")
                .at("2.50"));

        // When
        Stake stake = Stake.of(story.status(), "KEY");

        // Then: R173
        assertThat(stake.values()).isEqualTo(Map.of("USD", new BigDecimal("50.0")));
        assertThat(stake.locations()).containsExactly("WEST");
        assertThat(stake.tier()).isEqualTo("KEY");
    }

    private static @Nullable BigDecimal price(OrderStory story) {
        return story.status().lines().getFirst().price();
    }

    @Test
    void shouldSayWhatWasAgreedOn() {
        assertThat(story().status().terms().currency()).isEqualTo("USD");
        assertThat(story().status().terms().prepaid()).isFalse();
    }
}
