package io.crossdock.order.status;

import static io.crossdock.order.status.ALine.aLine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.fact.Statement.OrderHeader;
import io.crossdock.order.status.Ownership.Claim;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R30: one owner for each quantity and place. */
class OwnershipTest {

    @Test
    void shouldListEveryProblemWhenTwoClaimOneScope() {
        // Given
        List<Claim> claims = List.of(
                new Claim("shipped", "wms-east", "shipment-lines", "EAST"),
                new Claim("shipped", "erp", "delivery-lines", null),
                new Claim("invoiced", "erp", "invoice-lines", null),
                new Claim("invoiced", "erp", "invoices", null),
                new Claim("shiped", "wms-west", "shipment-lines", "WEST"));

        // When, Then
        assertThatThrownBy(() -> Ownership.of(claims))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'shipped' has two owners: erp/delivery-lines everywhere and "
                        + "wms-east/shipment-lines in EAST")
                .hasMessageContaining("'invoiced' has two owners")
                .hasMessageContaining("'shiped' is neither a quantity nor a milestone");
    }

    @Test
    void shouldLetTwoWarehousesOwnTheirOwnLocations() {
        // Given
        Ownership ownership = Ownership.of(List.of(
                new Claim("shipped", "wms-east", "shipment-lines", "EAST"),
                new Claim("shipped", "wms-west", "shipment-lines", "WEST")));
        FactKey east = new FactKey("wms-east", "shipment-lines", "S-1|1");

        // When, Then
        assertThat(ownership.decides(east, Quantity.SHIPPED, "EAST")).isTrue();
        assertThat(ownership.decides(east, Quantity.SHIPPED, "WEST")).isFalse();
        assertThat(ownership.hasOwner(Quantity.SHIPPED, "WEST")).isTrue();
        assertThat(ownership.hasOwner(Quantity.SHIPPED, "NORTH")).isFalse();
    }

    @Test
    void shouldNeverCountTheErpsViewOfAShipment() {
        // Given
        OrderStory story = OrderStory.anOrder("C-1")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .shipment("S-1", DocumentState.SHIPPED)
                .holding("S-1", "1", "1", "A-100", "4");
        OrderStatus before = story.status();

        // When
        OrderStatus after = story.erpDelivery("D-1", "1", "4").status();

        // Then
        assertThat(after.lines()).isEqualTo(before.lines());
        assertThat(after.status()).isEqualTo(FulfilmentStatus.PARTIALLY_SHIPPED);
    }

    /** R35: a successor may claim what the other claims; others may not. */
    @Test
    void shouldAllowTwoOwnersOnlyWhereOneSucceedsTheOther() {
        // Given
        List<Claim> claims = List.of(
                new Claim("invoiced", "erp-a", "invoice-lines", null),
                new Claim("invoiced", "erp-b", "invoice-lines", null),
                new Claim("invoiced", "erp-c", "invoice-lines", null));
        FactKey first = new FactKey("erp-a", "invoice-lines", "1");
        FactKey second = new FactKey("erp-b", "invoice-lines", "1");
        FactKey third = new FactKey("erp-c", "invoice-lines", "1");

        // When
        Ownership chain = Ownership.of(claims, Map.of("erp-b", "erp-a", "erp-c", "erp-b"));
        Ownership unknown = chain.within(new Ownership.Scope(null, Set.of("crm")));
        Ownership skipped = chain.within(new Ownership.Scope(null, Set.of("erp-a", "erp-c")));

        // Then
        assertThat(unknown.decides(first, Quantity.INVOICED, null)).isTrue();
        assertThat(unknown.decides(second, Quantity.INVOICED, null)).isFalse();
        assertThat(skipped.decides(third, Quantity.INVOICED, null)).isTrue();
        assertThat(skipped.decides(first, Quantity.INVOICED, null)).isFalse();
        assertThatThrownBy(() -> Ownership.of(claims, Map.of("erp-b", "erp-a")))
                .hasMessageContaining("erp-a/invoice-lines everywhere and erp-c/invoice-lines everywhere")
                .hasMessageNotContaining("erp-b/invoice-lines everywhere and erp-a");
    }

    /** R36: two companies, each with an ERP of its own. */
    @Test
    void shouldAskTheErpOfTheOrdersCompany() {
        // Given
        Ownership ownership = Ownership.of(List.of(
                new Claim("ordered", "erp-us", "lines", null, "US"),
                new Claim("ordered", "erp-ca", "lines", null, "CA")));
        FactKey us = new FactKey("erp-us", "lines", "1");

        // When
        Ownership american = ownership.within(new Ownership.Scope("US", Set.of()));
        Ownership canadian = ownership.within(new Ownership.Scope("CA", Set.of()));
        Ownership unsaid = ownership.within(new Ownership.Scope(null, Set.of()));

        // Then
        assertThat(american.decides(us, Quantity.ORDERED, null)).isTrue();
        assertThat(canadian.decides(us, Quantity.ORDERED, null)).isFalse();
        assertThat(unsaid.decides(us, Quantity.ORDERED, null)).isTrue();
    }

    /** R36: the company is the root's, else that of any record. */
    @Test
    void shouldTakeTheCompanyFromTheRootsRecord() {
        // Given
        Projection projection = new Projection(
                Spine.TYPES,
                Ownership.of(List.of(
                        new Claim("ordered", "erp", "sales-order-lines", null, "US"),
                        new Claim("shipped", "wms-east", "shipment-lines", "EAST", "US"))));
        OrderStory story = OrderStory.anOrder("C-1")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .shipment("S-1", DocumentState.SHIPPED)
                .holding("S-1", "1", "1", "A-100", "4");

        // When
        Projected unsaid = story.by(projection);
        Projected canadian = story.put(story.crm, "orders", "C-1", List.of(), ofCompany("CA"))
                .by(projection);
        Projected american = story.put(story.erp(), "sales-orders", "SO-1", links(story), ofCompany("CA"))
                .put(story.crm, "orders", "C-1", List.of(), ofCompany("US"))
                .by(projection);

        // Then
        assertThat(unsaid.status().status()).isEqualTo(FulfilmentStatus.PARTIALLY_SHIPPED);
        assertThat(canadian.status().status()).isEqualTo(FulfilmentStatus.OPEN);
        assertThat(american.status().status()).isEqualTo(FulfilmentStatus.PARTIALLY_SHIPPED);
    }

    private static List<Link> links(OrderStory story) {
        return List.of(new Link(Link.Kind.SAME_AS, story.erp(), story.crm, Link.Rule.EXPLICIT));
    }

    private static OrderHeader ofCompany(String company) {
        return new OrderHeader(
                OrderHeader.State.ACCEPTED, null, "ACME", "PO-1", "USD", false, null, null, null, null, company);
    }

    /** R36: the line's own place goes before its document's. */
    @Test
    void shouldAskTheOwnerOfThePlaceTheLineNames() {
        // Given
        OrderStory story = OrderStory.anOrder("C-1")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .shipment("S-1", DocumentState.SHIPPED);

        // When
        OrderStatus here = story.holding(
                        "S-1", aLine("1").naming(story.erp(), "10").holding("4"))
                .status();
        OrderStatus elsewhere = story.holding(
                        "S-1", aLine("1").naming(story.erp(), "10").holding("4").from("NORTH"))
                .status();

        // Then
        assertThat(here.status()).isEqualTo(FulfilmentStatus.PARTIALLY_SHIPPED);
        assertThat(elsewhere.status()).isEqualTo(FulfilmentStatus.OPEN);
    }

    /** R37: a counter of what remains is turned round. */
    @Test
    void shouldTakeWhatRemainsFromTheQuantityOfTheRow() {
        // Given
        OrderStory story = OrderStory.anOrder("C-1")
                .withLine("1", "A-100", "10")
                .acceptedInErpAs("SO-1")
                .inWarehouseAs("W-1");

        // When
        OrderStatus.Line line = story.warehouseLine(aLine("1")
                        .naming(story.erp(), "10")
                        .holding("10")
                        .counting(Quantity.ALLOCATED, "3")
                        .counting(Quantity.BACKORDERED, "2")
                        .withCountersOfWhatRemains())
                .status()
                .lines()
                .getFirst();
        OrderStatus.Line beyond = story.warehouseLine(aLine("1")
                        .naming(story.erp(), "10")
                        .holding("10")
                        .counting(Quantity.ALLOCATED, "12")
                        .withCountersOfWhatRemains())
                .status()
                .lines()
                .getFirst();

        // Then
        assertThat(line.quantities()).containsEntry(Quantity.ALLOCATED, new BigDecimal("7"));
        assertThat(line.quantities()).containsEntry(Quantity.BACKORDERED, new BigDecimal("2"));
        assertThat(beyond.quantities()).containsEntry(Quantity.ALLOCATED, BigDecimal.ZERO);
    }
}
