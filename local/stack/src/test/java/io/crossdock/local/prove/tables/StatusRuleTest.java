package io.crossdock.local.prove.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusRuleTest {

    /** Numbers of each line: ordered, confirmed, asked, allocated, backordered, released, picked, packed, shipped; lines by {@code /}. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "10 0 0 0 0 0 0 0 0, OPEN",
        "10 0 0 0 10 0 0 0 0, BACKORDERED",
        "10 0 0 4 6 0 0 0 0, PARTIALLY_ALLOCATED",
        "10 0 0 10 0 0 0 0 0, ALLOCATED",
        "10 0 0 10 0 10 0 0 0, RELEASED",
        "10 0 0 10 0 10 3 0 0, PICKING",
        "10 0 0 10 0 10 10 10 0, PACKED",
        "10 0 0 10 0 10 10 10 4, PARTIALLY_SHIPPED",
        "10 0 0 10 0 10 10 10 10, SHIPPED",
        "10 0 0 10 0 10 10 10 12, SHIPPED",
        // A partial cancel leaves no order open for ever.
        "10 4 0 6 0 6 6 6 6, SHIPPED",
        "10 10 0 0 0 0 0 0 0, CANCELLED",
        "10 10 0 0 0 0 0 0 0 / 5 0 0 5 0 5 5 5 5, SHIPPED",
        "10 0 0 10 0 10 10 10 10 / 5 0 0 0 5 0 0 0 0, PARTIALLY_SHIPPED",
        // What has left cannot be cancelled any more.
        "10 10 0 10 0 10 10 10 10, SHIPPED",
        // Asked alone cancels what is not allocated yet, and nothing else.
        "10 0 10 0 10 0 0 0 0, CANCELLED",
        "10 0 10 10 0 0 0 0 0, ALLOCATED",
        "10 0 4 6 4 6 6 6 6, SHIPPED",
    })
    void shouldSayTheFirstWordThatHolds(String lines, String status) {
        // Given
        List<LineTotals> totals = Arrays.stream(lines.split("/"))
                .map(line -> line(line.strip(), false))
                .toList();

        // When
        String said = StatusRule.of(totals);

        // Then
        assertThat(said).isEqualTo(status);
    }

    @Test
    void shouldBeShippedWhenTheRestWasClosedShort() {
        // Given
        List<LineTotals> lines = List.of(line("10 0 0 10 0 10 6 6 6", true));

        // When
        String said = StatusRule.of(lines);

        // Then
        assertThat(said).isEqualTo("SHIPPED");
    }

    @Test
    void shouldBeClosedShortWhenNothingLeftAndNothingWasCancelled() {
        // Given
        List<LineTotals> lines = List.of(line("10 0 0 0 0 0 0 0 0", true));

        // When
        String said = StatusRule.of(lines);

        // Then
        assertThat(said).isEqualTo("CLOSED_SHORT");
    }

    @Test
    void shouldBeOpenWhenNothingCanBeShipped() {
        // When
        String said = StatusRule.of(List.of());

        // Then
        assertThat(said).isEqualTo("OPEN");
    }

    @Test
    void shouldTellAPartialCancelFromAWholeOne() {
        // Given
        List<LineTotals> partly = List.of(line("10 4 0 6 0 6 6 6 6", false));
        List<LineTotals> wholly = List.of(line("10 10 0 0 0 0 0 0 0", false));

        // Then
        assertThat(StatusRule.isPartlyCancelled(partly)).isTrue();
        assertThat(StatusRule.isPartlyCancelled(wholly)).isFalse();
    }

    private static LineTotals line(String numbers, boolean closedShort) {
        List<BigDecimal> n =
                Arrays.stream(numbers.split(" ")).map(BigDecimal::new).toList();
        return new LineTotals(
                n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5), n.get(6), n.get(7), n.get(8), closedShort);
    }
}
