package io.crossdock.order.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** R98: a watermark never says more than is true, in whatever order heartbeats come. */
class WatermarkTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void shouldRiseWithEachHeartbeat() {
        assertThat(heard(0, 1, 1).and(heard(2, 3, 1))).isEqualTo(heard(2, 3, 1));
    }

    @Test
    void shouldNotGoBackWhenAnOlderHeartbeatComesAfterANewer() {
        // Given: a worker that lost its task sends what it still held
        Watermark known = heard(60, 61, 1);

        // When
        Watermark after = known.and(heard(10, 70, 1));

        // Then: it adds nothing about commits, but what landed before it is whole
        assertThat(after.at()).isEqualTo(NOON.plusSeconds(60));
        assertThat(after.landedAt()).isEqualTo(NOON.plusSeconds(70));
    }

    @Test
    void shouldBeginAgainInANewEpoch() {
        // Given: the warehouse was restored to an hour ago, and its epoch raised
        Watermark known = heard(0, 1, 1);

        // Then
        assertThat(known.and(heard(-3_600, 5, 2))).isEqualTo(heard(-3_600, 5, 2));
    }

    @Test
    void shouldNotFollowALateHeartbeatOfTheOldEpoch() {
        // Given
        Watermark restored = heard(-3_600, 5, 2);

        // Then: it would hold for landed what the restored warehouse has not written yet
        assertThat(restored.and(heard(0, 6, 1))).isEqualTo(restored);
    }

    @Test
    void shouldBeTheSameWhicheverOfTwoComesFirst() {
        Watermark one = heard(10, 30, 1);
        Watermark other = heard(20, 25, 1);

        assertThat(one.and(other)).isEqualTo(other.and(one)).isEqualTo(heard(20, 30, 1));
        assertThat(one.and(heard(5, 40, 2))).isEqualTo(heard(5, 40, 2).and(one));
    }

    @Test
    void shouldNotBeBelievedWhenItsSourcesClockIsAhead() {
        assertThat(heard(0, 0, 1).isAhead()).isFalse();
        assertThat(heard(60, 0, 1).isAhead())
                .as("a minute is how clocks differ")
                .isFalse();
        assertThat(heard(61, 0, 1).isAhead()).isTrue();
    }

    @Test
    void shouldTellWhetherTheRestOfATransactionHasLanded() {
        // Given: a row landed at noon; the log goes on with the rest of its transaction, then with a heartbeat
        assertThat(heard(-5, 0, 1).isPast(NOON))
                .as("not before a later heartbeat")
                .isFalse();
        assertThat(heard(-5, 1, 1).isPast(NOON))
                .as("whatever the source's clock says")
                .isTrue();
    }

    @Test
    void shouldNeverBeYoungerThanNothing() {
        assertThat(heard(-90, 0, 1).age(NOON)).isEqualTo(Duration.ofSeconds(90));
        assertThat(heard(5, 0, 1).age(NOON)).isZero();
    }

    private static Watermark heard(long at, long landed, long epoch) {
        return new Watermark(NOON.plusSeconds(at), NOON.plusSeconds(landed), epoch);
    }
}
