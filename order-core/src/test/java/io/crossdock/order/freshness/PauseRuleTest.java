package io.crossdock.order.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R99: customers hear nothing while a warehouse is behind, and hear it again by itself. */
class PauseRuleTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final PauseRule RULE =
            new PauseRule(List.of("wms-east", "wms-west"), Duration.ofMinutes(5), Duration.ofMinutes(1));

    private final Map<String, Watermark> watermarks = new HashMap<>();

    @Test
    void shouldTellWhileEverySourceIsFresh() {
        // Given
        behind("wms-east", 2);
        behind("wms-west", 300);

        // Then: exactly five minutes are not longer than five minutes
        Pause pause = decide(false);
        assertThat(pause.isPaused()).isFalse();
        assertThat(pause.why()).isEqualTo("No source is known to be more than 5 min behind.");
    }

    @Test
    void shouldPauseWhenOneSourceIsBehind() {
        // Given
        behind("wms-east", 372);
        behind("wms-west", 2);

        // Then
        Pause pause = decide(false);
        assertThat(pause.isPaused()).isTrue();
        assertThat(pause.why()).isEqualTo("Paused: wms-east is 6 min 12 s behind, more than 5 min.");
    }

    @Test
    void shouldStayPausedUntilTheSourceHasNearlyCaughtUp() {
        // Given
        behind("wms-east", 60);
        behind("wms-west", 2);

        // Then: so far behind it would not begin
        assertThat(decide(false).isPaused()).isFalse();
        assertThat(decide(true).isPaused()).isTrue();
        assertThat(decide(true).why()).isEqualTo("Paused: wms-east is 1 min behind; it ends below 1 min.");

        // When
        behind("wms-east", 59);

        // Then
        assertThat(decide(true).isPaused()).isFalse();
    }

    @Test
    void shouldStayPausedWhenAnotherSourceFallsBehindMeanwhile() {
        behind("wms-east", 3);
        behind("wms-west", 120);

        assertThat(decide(true).isPaused()).isTrue();
    }

    @Test
    void shouldNotPauseForASourceOfWhichNothingIsKnownButSayIt() {
        // Given
        behind("wms-east", 2);

        // Then
        Pause pause = decide(false);
        assertThat(pause.isPaused()).isFalse();
        assertThat(pause.why()).isEqualTo("No source is known to be more than 5 min behind; not known of wms-west.");
        assertThat(decide(true).isPaused()).isFalse();
    }

    @Test
    void shouldPauseForTheOneThatIsBehindThoughAnotherIsUnknown() {
        behind("wms-east", 301);

        assertThat(decide(false).why())
                .isEqualTo("Paused: wms-east is 5 min 1 s behind, more than 5 min; not known of wms-west.");
    }

    @Test
    void shouldNotFlutterWhenASourceStaysBetweenTheTwoLimits() {
        // Given: seven minutes behind once, then three for an hour
        behind("wms-west", 1);
        behind("wms-east", 420);
        boolean paused = decide(false).isPaused();

        // When
        behind("wms-east", 180);

        // Then
        for (int look = 0; look < 60; look++) {
            paused = decide(paused).isPaused();
            assertThat(paused).isTrue();
        }
    }

    @Test
    void shouldRefuseARuleThatEndsAboveWhereItBegins() {
        assertThatThrownBy(() -> new PauseRule(List.of("wms-east"), Duration.ofMinutes(1), Duration.ofMinutes(2)))
                .hasMessageContaining("longerThan PT1M, resumesBelow PT2M");
        assertThatThrownBy(() -> new PauseRule(List.of(), Duration.ofMinutes(2), Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void behind(String connection, long seconds) {
        Instant at = NOON.minusSeconds(seconds);
        watermarks.put(connection, new Watermark(at, at, 1));
    }

    private Pause decide(boolean wasPaused) {
        return RULE.decide(connection -> Optional.ofNullable(watermarks.get(connection)), NOON, wasPaused);
    }
}
