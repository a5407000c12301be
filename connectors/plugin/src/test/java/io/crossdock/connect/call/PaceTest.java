package io.crossdock.connect.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** So many calls in a minute, whichever minute one looks at. */
class PaceTest {

    @Test
    void shouldSpaceCallsEvenlyWhenFewAreAllowed() {
        // Given
        Pace pace = new Pace(100);
        // When
        long first = pace.closedFor(Lane.NORMAL, 0);
        pace.begun();
        long second = pace.closedFor(Lane.NORMAL, 0);
        pace.begun();
        long third = pace.closedFor(Lane.NORMAL, 0);
        // Then
        assertThat(first).isNotPositive();
        assertThat(second).isBetween(millis(500), millis(600));
        assertThat(third).isBetween(millis(1100), millis(1200));
    }

    @Test
    void shouldLetABurstThroughWhenManyAreAllowed() {
        // Given
        Pace pace = new Pace(6100);
        // When
        int burst = 0;
        while (pace.closedFor(Lane.NORMAL, 0) <= 0) {
            pace.begun();
            burst++;
        }
        // Then
        assertThat(burst).isBetween(100, 200);
    }

    @Test
    void shouldKeepTheTurnOfACallThatWasNotMade() {
        // Given
        Pace pace = new Pace(1);
        pace.closedFor(Lane.NORMAL, 0);
        pace.begun();
        // When
        pace.notMade();
        // Then
        assertThat(pace.closedFor(Lane.NORMAL, 0)).isNotPositive();
    }

    private static long millis(long ms) {
        return Duration.ofMillis(ms).toNanos();
    }
}
