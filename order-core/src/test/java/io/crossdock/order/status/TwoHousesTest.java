package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.ALLOCATED;
import static io.crossdock.order.fact.DocumentState.RELEASED;
import static io.crossdock.order.status.ALine.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.fact.Statement.Document;
import io.crossdock.order.fact.Statement.OrderHeader;
import io.crossdock.order.status.Ownership.Claim;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R41, R42: an order served by two warehouses, and one split over two sales orders. */
class TwoHousesTest {

    private static final Identifier WEST = Identifier.parse("wms-west:order:W-9");
    private static final Identifier WEST_SHIPMENT = Identifier.parse("wms-west:shipment:T-1");

    private static Projection eastAndWest() {
        List<Claim> claims = Spine.claims();
        Spine.claim(claims, "wms-west", "order-lines", "WEST", "allocated", "released", "backordered");
        Spine.claim(claims, "wms-west", "shipment-lines", "WEST", "picked", "packed", "shipped");
        return new Projection(Spine.TYPES, Ownership.of(claims));
    }

    private static OrderStory allocatedInBoth() {
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "4")
                .acceptedInErpAs("SO-1")
                .inWarehouseAs("W-1")
                .warehouseOrderIs(RELEASED)
                .allocates("1", "A-100", "1", "1", "0");
        Link sameAs = new Link(Link.Kind.SAME_AS, WEST, story.erp(), Link.Rule.EXPLICIT);
        return story.put(WEST, "orders", "W-9", List.of(sameAs), in(DocumentType.WAREHOUSE_ORDER, ALLOCATED))
                .put(
                        WEST,
                        "order-lines",
                        "W-9|1",
                        List.of(),
                        aLine("1")
                                .of("A-100")
                                .naming(story.erp(), "10")
                                .counting(Quantity.ALLOCATED, "3")
                                .said());
    }

    private static OrderStory shippedInTheWest(OrderStory story) {
        Link partOf = new Link(Link.Kind.PART_OF, WEST_SHIPMENT, story.erp(), Link.Rule.EXPLICIT);
        return story.put(
                        WEST_SHIPMENT,
                        "shipments",
                        "T-1",
                        List.of(partOf),
                        in(DocumentType.SHIPMENT, DocumentState.SHIPPED))
                .put(
                        WEST_SHIPMENT,
                        "shipment-lines",
                        "T-1|1",
                        List.of(partOf),
                        aLine("1")
                                .of("A-100")
                                .naming(story.erp(), "10")
                                .holding("3")
                                .said());
    }

    private static Statement in(DocumentType type, DocumentState state) {
        return new Document(type, state, null, "WEST", null, null, false);
    }

    private static BigDecimal quantity(Projected projected, Quantity quantity) {
        return projected.status().lines().getFirst().quantities().getOrDefault(quantity, new BigDecimal("-1"));
    }

    @Test
    void shouldCountAUnitThatOneHouseShippedAsReleasedThereAndNotForTheOther() {
        // When
        Projected projected = shippedInTheWest(allocatedInBoth()).by(eastAndWest());

        // Then
        assertThat(quantity(projected, Quantity.SHIPPED)).isEqualTo("3");
        assertThat(quantity(projected, Quantity.RELEASED)).isEqualTo("4");
        assertThat(projected.status().lines().getFirst().positions())
                .isEqualTo(Map.of(Position.IN_TRANSIT, new BigDecimal("3"), Position.RELEASED, BigDecimal.ONE));
    }

    @Test
    void shouldCountBothHousesOnce() {
        Projected projected = allocatedInBoth().by(eastAndWest());

        assertThat(quantity(projected, Quantity.ALLOCATED)).isEqualTo("4");
        assertThat(quantity(projected, Quantity.RELEASED)).isEqualTo("1");
    }

    @Test
    void shouldCancelTheUnitsOfTheOneSalesOrderThatIsCancelled() {
        // Given
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "7")
                .acceptedInErpAs("SO-1")
                .erpSays("1", "1", "0");
        story.alsoInErpAs(
                "SO-2",
                OrderHeader.State.ACCEPTED,
                aLine("10").of("A-100").naming(story.crm, "1").holding("6").counting(Quantity.CANCELLED, "2"));

        // When
        Projected projected = story.erpHeader(OrderHeader.State.CANCELLED, OrderHeader.Credit.APPROVED, false)
                .projected();

        // Then
        assertThat(quantity(projected, Quantity.ORDERED)).isEqualTo("7");
        assertThat(quantity(projected, Quantity.CANCELLED)).isEqualTo("3");
    }

    @Test
    void shouldGiveUpWhatOneSalesOrderStillWantedAlthoughTheHouseShippedTheOther() {
        // Given: one line of 4 in two sales orders, both worked on by one house
        Identifier second = Identifier.parse("erp:sales-order:SO-2");
        Identifier secondWork = Identifier.parse("wms-east:order:W-2");
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "4")
                .acceptedInErpAs("SO-1")
                .erpSays("1", "2", "0")
                .inWarehouseAs("W-1")
                .shipment("S-1", DocumentState.SHIPPED)
                .holding("S-1", "1", "1", "A-100", "2");
        Link work = new Link(Link.Kind.SAME_AS, secondWork, second, Link.Rule.EXPLICIT);
        story.alsoInErpAs(
                        "SO-2",
                        OrderHeader.State.ACCEPTED,
                        aLine("10").of("A-100").naming(story.crm, "1").holding("2"))
                .put(
                        secondWork,
                        "orders",
                        "W-2",
                        List.of(work),
                        new Document(
                                DocumentType.WAREHOUSE_ORDER, DocumentState.CLOSED, null, "EAST", null, null, true))
                .put(
                        secondWork,
                        "order-lines",
                        "W-2|1",
                        List.of(),
                        aLine("1").of("A-100").naming(second, "10").closed().said());

        // When
        Projected projected = story.projected();

        // Then
        assertThat(quantity(projected, Quantity.SHORT_CLOSED)).isEqualTo("2");
        assertThat(projected.status().status()).isEqualTo(FulfilmentStatus.SHIPPED);
    }

    @Test
    void shouldCountWhatOneSalesOrdersWorkReleasedBesideWhatTheOthersPicked() {
        // Given: one line of 5 in two sales orders, both worked on by one house
        Identifier second = Identifier.parse("erp:sales-order:SO-2");
        Identifier secondWork = Identifier.parse("wms-east:order:W-2");
        OrderStory story = OrderStory.anOrder("C-5")
                .withLine("1", "A-100", "5")
                .acceptedInErpAs("SO-1")
                .erpSays("1", "4", "0")
                .inWarehouseAs("W-1")
                .warehouseOrderIs(ALLOCATED)
                .allocates("1", "A-100", "4", "4", "0")
                .shipment("S-1", DocumentState.PICKED)
                .holding("S-1", "1", "1", "A-100", "4");
        Link work = new Link(Link.Kind.SAME_AS, secondWork, second, Link.Rule.EXPLICIT);
        story.alsoInErpAs(
                        "SO-2",
                        OrderHeader.State.ACCEPTED,
                        aLine("10").of("A-100").naming(story.crm, "1").holding("1"))
                .put(
                        secondWork,
                        "orders",
                        "W-2",
                        List.of(work),
                        new Document(DocumentType.WAREHOUSE_ORDER, RELEASED, null, "EAST", null, null, false))
                .put(
                        secondWork,
                        "order-lines",
                        "W-2|1",
                        List.of(),
                        aLine("1")
                                .of("A-100")
                                .naming(second, "10")
                                .counting(Quantity.ALLOCATED, "1")
                                .said());

        // When
        Projected projected = story.projected();

        // Then
        assertThat(quantity(projected, Quantity.PICKED)).isEqualTo("4");
        assertThat(quantity(projected, Quantity.RELEASED)).isEqualTo("5");
        assertThat(projected.status().trailingMilestone()).isEqualTo(Milestone.RELEASED);
    }
}
