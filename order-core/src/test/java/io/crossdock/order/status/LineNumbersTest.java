package io.crossdock.order.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines are listed as people number them: by value, then everything that is no number by text. */
class LineNumbersTest {

    private static final String LARGEST_NUMBER = "999999999999999999";
    private static final String TOO_LONG_FOR_ONE = "1000000000000000000";

    @Test
    void shouldListNumbersByValueAndTheRestByText() {
        // Given
        List<String> inOrder = List.of(
                "0",
                "02",
                "2",
                "9",
                "10",
                "90",
                "100",
                LARGEST_NUMBER,
                "",
                "1/2",
                TOO_LONG_FOR_ONE,
                "9:",
                "A",
                "A1",
                "a");
        List<String> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new Random(1));

        // When
        shuffled.sort(Lines.BY_NUMBER);

        // Then
        assertThat(shuffled).containsExactlyElementsOf(inOrder);
    }

    @Test
    void shouldTellTwoWritingsOfOneNumberApart() {
        assertThat(Lines.BY_NUMBER.compare("02", "2")).isNegative();
        assertThat(Lines.BY_NUMBER.compare("2", "02")).isPositive();
        assertThat(Lines.BY_NUMBER.compare("2", "2")).isZero();
    }
}
