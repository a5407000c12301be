package io.crossdock.connect.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A target counts as down when calls fail and none gets through. */
class TargetHealthTest {

    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void shouldCountAsDownWhenAHandfulFailedAndNoneGotThrough() {
        // Given
        TargetHealth health = new TargetHealth("crm at http://x", LONG, LONG);
        // When
        fail(health, 4);
        assertThat(health.closedFor(Lane.EXPRESS, 0)).isNotPositive();
        assertThat(health.down()).isNull();
        fail(health, 1);
        // Then
        assertThat(health.closedFor(Lane.EXPRESS, 0)).isBetween(1L, LONG.toNanos());
        assertThat(health.down()).contains("crm at http://x", "503");
    }

    @Test
    void shouldNotCountAsDownWhenOneMessageFailsWhileOthersPass() {
        // Given
        TargetHealth health = new TargetHealth("crm", LONG, LONG);
        health.ended(Ending.answered(Instant.EPOCH));
        // When
        fail(health, 100);
        // Then
        assertThat(health.closedFor(Lane.NORMAL, 7)).isNotPositive();
        assertThat(health.down()).isNull();
    }

    @Test
    void shouldLearnNothingFromCallsThatWereGivenUp() {
        // Given
        TargetHealth health = new TargetHealth("crm", LONG, LONG);
        // When
        fail(health, 4);
        health.ended(Ending.UNKNOWN);
        fail(health, 1);
        // Then
        assertThat(health.down()).isNotNull();
    }

    @Test
    void shouldBeTriedWithOneCallAfterThePauseWhoseEndDecides() {
        // Given
        TargetHealth health = new TargetHealth("crm", LONG, Duration.ofNanos(1));
        fail(health, 5);
        // When // Then
        assertThat(health.closedFor(Lane.NORMAL, 0)).isNotPositive();
        assertThat(health.closedFor(Lane.NORMAL, 1)).isEqualTo(Hurdle.UNTIL_TOLD);
        fail(health, 1);
        assertThat(health.down()).isNotNull();
        assertThat(health.closedFor(Lane.NORMAL, 0)).isNotPositive();
        health.ended(Ending.answered(Instant.EPOCH));
        assertThat(health.down()).isNull();
        assertThat(health.closedFor(Lane.NORMAL, 7)).isNotPositive();
    }

    private static void fail(TargetHealth health, int times) {
        for (int i = 0; i < times; i++) {
            health.ended(Ending.failed("503 SERVER_UNAVAILABLE"));
        }
    }
}
