package io.crossdock.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest(name = "p{0} of 1 to 200 is {1}")
    @CsvSource({"50, 100", "99, 198", "100, 200", "0.1, 1"})
    void shouldGiveTheNearestRank(double percent, double expected) {
        // Given
        List<Double> values =
                DoubleStream.iterate(200, value -> value - 1).limit(200).boxed().toList();

        // When
        double percentile = Durations.of(values).percentile(percent);

        // Then
        assertThat(percentile).isEqualTo(expected);
    }

    @Test
    void shouldHaveNoPercentileWhenNothingWasMeasured() {
        // When
        double percentile = Durations.of(List.of()).percentile(50);

        // Then
        assertThat(percentile).isNaN();
    }

    @Test
    void shouldShowWholeMillisecondsWithoutAMinusNought() {
        // Given
        Durations durations = Durations.of(List.of(-0.3, -0.3, 12.6));

        // When
        String cells = durations.cells();

        // Then
        assertThat(cells).isEqualTo("3 | 0 | 13 | 13");
    }
}
