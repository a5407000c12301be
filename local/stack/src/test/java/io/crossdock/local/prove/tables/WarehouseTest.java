package io.crossdock.local.prove.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.prove.tables.Warehouse.Document;
import java.util.LinkedHashMap;
import java.util.Map;
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
}
