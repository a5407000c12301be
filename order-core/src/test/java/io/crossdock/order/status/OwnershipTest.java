package io.crossdock.order.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossdock.order.fact.DocumentState;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Quantity;
import io.crossdock.order.status.Ownership.Claim;
import java.util.List;
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
}
