package io.crossdock.local.prove.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.prove.tables.Warehouse.Document;
import io.crossdock.local.prove.tables.Warehouse.Line;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarehouseTest {

    @ParameterizedTest(name = "{0} is remembered: {1}")
    @CsvSource({"SHIPPED, true", "CLOSED, true", "CANCELLED, true", "PACKED, false", "RELEASED, false"})
    void shouldRememberWhatHousekeepingDeletedAndNothingElse(String status, boolean remembered) {
        // Given
        Map<String, Document> known = new LinkedHashMap<>();
        known.put("S-1", new Document("S-1", "SO-1", status, Map.of()));

        // When
        Warehouse.remember(known, Map.of());

        // Then
        assertThat(known.containsKey("S-1")).isEqualTo(remembered);
    }

    @Test
    void shouldNotTakeWhatOneHouseShippedForWhatTheOtherAllocated() {
        // Given: of a line of ten, the east shipped six and the west has allocated one
        Warehouse east = Warehouse.east();
        Warehouse west = Warehouse.west();
        east.shipments.put("S-1", document("S-1", "SHIPPED", line("6", "0", null)));
        west.orders.put("1", document("1", "PART_ALLOCATED", line("0", "1", null)));

        // When
        WarehouseTotals.Sums sums = WarehouseTotals.of(List.of(east, west)).of("SO-1", 10);

        // Then
        assertThat(sums.allocated).isEqualByComparingTo("7");
        assertThat(sums.released).isEqualByComparingTo("6");
        assertThat(sums.shipped).isEqualByComparingTo("6");
    }

    @Test
    void shouldCountAsPickedWhatTheRowSaysUnlessItsShipmentWasGivenUp() {
        // Given
        Warehouse west = Warehouse.west();
        west.shipments.put("1", document("1", "PICKING", line("6", "0", "4")));
        west.shipments.put("2", document("2", "CANCELLED", line("6", "0", "6")));

        // When
        WarehouseTotals.Sums sums = WarehouseTotals.of(List.of(west)).of("SO-1", 10);

        // Then
        assertThat(sums.picked).isEqualByComparingTo("4");
        assertThat(sums.packed).isEqualByComparingTo("0");
    }

    @Test
    void shouldCountSharedLoadsAndSplitOrders() {
        // Given
        Warehouse east = Warehouse.east();
        Warehouse west = Warehouse.west();
        east.orders.put("W-1", document("W-1", "NEW", line("0", "0", null)));
        west.orders.put("1", document("1", "NEW", line("0", "0", null)));
        Line other = new Line("SO-2", 10, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, false);
        west.shipments.put("2", new Document("2", "", "PLANNED", Map.of(1, line("1", "0", "0"), 2, other)));

        // Then
        assertThat(Warehouse.inBoth(east, west, Set.of("SO-1", "SO-2"))).isEqualTo(1);
        assertThat(west.consolidated(Set.of("SO-1", "SO-2"))).isEqualTo(1);
        // Those of an earlier run are not asked about.
        assertThat(Warehouse.inBoth(east, west, Set.of("SO-2"))).isZero();
        assertThat(west.consolidated(Set.of("SO-2"))).isZero();
        assertThat(east.consolidated(Set.of("SO-1"))).isZero();
    }

    private static Document document(String id, String status, Line line) {
        return new Document(id, "SO-1", status, Map.of(1, line));
    }

    private static Line line(String quantity, String allocated, @Nullable String picked) {
        return new Line(
                "SO-1",
                10,
                new BigDecimal(quantity),
                new BigDecimal(allocated),
                BigDecimal.ZERO,
                picked == null ? null : new BigDecimal(picked),
                false);
    }
}
