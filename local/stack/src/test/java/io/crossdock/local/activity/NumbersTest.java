package io.crossdock.local.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void shouldNeverGiveANumberTwiceAndFitTheColumnsOfTheSystems() {
        // Given
        Numbers numbers = new Numbers();
        Set<String> given = new HashSet<>();

        // When
        for (int i = 0; i < 500; i++) {
            given.add(numbers.salesOrder());
            given.add(numbers.warehouseOrder());
            given.add(numbers.shipment());
            given.add(numbers.document("D"));
            given.add(numbers.tracking("UPS"));
        }

        // Then
        assertThat(given).hasSize(2_500).allMatch(number -> number.length() <= 20);
    }
}
