package io.crossdock.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource({
        "PT-3S, 0 s",
        "PT0.9S, 0 s",
        "PT59S, 59 s",
        "PT12M59S, 12 min",
        "PT3H, 3 h",
        "PT3H20M, 3 h 20 min",
        "P5DT4H9M, 5 d 4 h"
    })
    void shouldTellAnAgeInUnitsThatMatter(Duration age, String text) {
        assertThat(Span.age(age)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "-545, -545 ms",
        "85, 85 ms",
        "1000, 1.0 s",
        "82300, 82.3 s",
        "99999, 100.0 s",
        "870000, 14.5 min",
        "7500000, 2.1 h"
    })
    void shouldTellAMeasuredTimeInOneUnit(long millis, String text) {
        assertThat(Span.measured(millis)).isEqualTo(text);
    }
}
