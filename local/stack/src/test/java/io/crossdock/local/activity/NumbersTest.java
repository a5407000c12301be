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
            for (Site site : Site.values()) {
                given.add(numbers.warehouseOrder(site));
                given.add(numbers.shipment(site));
            }
            given.add(numbers.document("D"));
            given.add(numbers.tracking("UPS"));
        }

        // Then
        assertThat(given).hasSize(3_500).allMatch(number -> number.length() <= 20);
    }

    @Test
    void shouldWriteTheErpsNumbersAsTheWestDoes() {
        assertThat(WestNumbers.hostRef("SO-1042")).isEqualTo("000000001042");
        assertThat(WestNumbers.hostRef("SO-123456789012")).isEqualTo("123456789012");
        // What could not be read back is left as it is.
        assertThat(WestNumbers.hostRef("SO-0042")).isEqualTo("SO-0042");
        assertThat(WestNumbers.hostRef("SO-T1-7")).isEqualTo("SO-T1-7");
        assertThat(WestNumbers.hostLine(10)).isEqualTo("000010");
    }
}
