package io.crossdock.order.status;

import static io.crossdock.order.fact.DocumentState.PACKED;
import static io.crossdock.order.fact.DocumentState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.DocumentType;
import io.crossdock.order.fact.Statement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** R43 and R60: where each unit of a line is, under which names, and what is said of a shipment and its packages. */
class PublishedFormsTest {

    private static OrderStory shipped(String carrierOfItsPackages) {
        OrderStory story =
                OrderStory.anOrder("C-5").withLine("1", "A-100", "10").acceptedInErpAs("SO-1");
        return carton(story.shipment("S-1", SHIPPED).holding("S-1", "1", "1", "A-100", "4"), "1", carrierOfItsPackages);
    }

    private static OrderStory carton(OrderStory story, String number, String carrier) {
        return story.put(
                OrderStory.shipment("S-1"),
                "cartons",
                "S-1|" + number,
                List.of(),
                new Statement.Carton(number, "00340000000000000" + number, carrier, Set.of()));
    }

    private static OrderStatus.Shipment shipment(OrderStory story) {
        return story.status().shipments().getFirst();
    }

    @Test
    void shouldPutEachUnitInOnePosition() {
        // When: of ten four have left, two are packed, one is cancelled, three are given up
        Map<Position, BigDecimal> positions = shipped("UPS")
                .shipment("S-2", PACKED)
                .holding("S-2", "1", "1", "A-100", "2")
                .erpSays("1", "10", "1")
                .inWarehouseAs("W-1")
                .warehouseLine("1", "A-100", "7", "6", "0", true)
                .status()
                .lines()
                .getFirst()
                .positions();

        // Then
        assertThat(positions)
                .containsOnly(
                        Map.entry(Position.CANCELLED, BigDecimal.ONE),
                        Map.entry(Position.SHORT_CLOSED, new BigDecimal("3")),
                        Map.entry(Position.IN_TRANSIT, new BigDecimal("4")),
                        Map.entry(Position.PACKED, new BigDecimal("2")));
    }

    @Test
    void shouldNamePositionsAsTheApiDoes() {
        assertThat(Stream.of(Position.values()).map(Position::text))
                .containsExactly(
                        "cancelled",
                        "shortClosed",
                        "delivered",
                        "inTransit",
                        "packed",
                        "picked",
                        "released",
                        "allocated",
                        "lost",
                        "backordered",
                        "open");
    }

    @Test
    void shouldShowTheNumberOfEachPackage() {
        assertThat(shipment(shipped("UPS")).packages())
                .extracting(OrderStatus.PackageStatus::sscc)
                .containsExactly("003400000000000001");
    }

    /** R90: it is part of the content. */
    @Test
    void shouldPublishAnewWhenOnlyTheNumberOfAPackageChanges() {
        // When
        OrderStory story = shipped("UPS");
        String before = story.projected().contentHash();
        OrderStory renumbered = story.put(
                OrderStory.shipment("S-1"),
                "cartons",
                "S-1|1",
                List.of(),
                new Statement.Carton("1", "003400000000000009", "UPS", Set.of()));

        // Then
        assertThat(renumbered.projected().contentHash()).isNotEqualTo(before);
    }

    @Test
    void shouldNameTheCarrierOfTheShipmentBeforeThatOfItsPackages() {
        assertThat(shipment(shipped("DHL")).carrier()).isEqualTo("UPS");
    }

    @Test
    void shouldNameTheFirstCarrierOfThePackagesWhenTheShipmentNamesNone() {
        // When
        OrderStory story = carton(shipped("GLS"), "2", "DPD");
        OrderStory nameless = story.put(
                OrderStory.shipment("S-1"),
                "shipments",
                "S-1",
                List.of(ShipmentSteps.partOf(OrderStory.shipment("S-1"), story.erp())),
                new Statement.Document(DocumentType.SHIPMENT, SHIPPED, null, "EAST", null, null, false));

        // Then
        assertThat(shipment(nameless).carrier()).isEqualTo("DPD");
    }
}
