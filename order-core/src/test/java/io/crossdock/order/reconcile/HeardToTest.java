package io.crossdock.order.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.freshness.Watermark;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** R193: nobody says that something was not heard before it has been handled. */
class HeardToTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void shouldKnowNothingFromOneMark() {
        assertThat(HeardTo.NOTHING
                        .mark(watermark(100, 101, 1), at(101), at(101))
                        .isPast(at(0)))
                .isFalse();
    }

    @Test
    void shouldBePastWhatAWatermarkWasPastOnceAMarkBehindItIsHandled() {
        HeardTo heard = HeardTo.NOTHING
                .mark(watermark(100, 101, 1), at(101), at(101))
                .mark(watermark(103, 104, 1), at(104), at(105));

        assertThat(heard.isPast(at(99))).isTrue();
        assertThat(heard.isPast(at(100))).isFalse();
    }

    @Test
    void shouldNotTrustAMarkThatLandedWithTheWatermark() {
        HeardTo heard = HeardTo.NOTHING
                .mark(watermark(100, 101, 1), at(101), at(101))
                .mark(watermark(103, 104, 1), at(103), at(103));

        assertThat(heard.isPast(at(50))).isFalse();
    }

    @Test
    void shouldWaitForATaskThatIsFarBehind() {
        // Given: heartbeats of now, marks of an hour ago
        HeardTo heard = HeardTo.NOTHING;
        for (int mark = 0; mark < 10; mark++) {
            heard = heard.mark(watermark(3_600 + mark, 3_601 + mark, 1), at(mark * 3L), at(3_601 + mark));
        }

        // Then
        assertThat(heard.isPast(at(0))).isFalse();
    }

    @Test
    void shouldTakeNothingFromMarksThatAreMetLate() {
        // Given: the task stood still, and takes what has come meanwhile topic by topic
        HeardTo heard = HeardTo.NOTHING
                .mark(watermark(100, 101, 1), at(101), at(101))
                .mark(watermark(160, 161, 1), at(104), at(161))
                .mark(watermark(160, 161, 1), at(158), at(161));
        assertThat(heard.isPast(at(90))).isFalse();

        // When: it keeps up again
        HeardTo again =
                heard.mark(watermark(160, 161, 1), at(162), at(162)).mark(watermark(163, 164, 1), at(165), at(165));

        // Then
        assertThat(again.isPast(at(159))).isTrue();
    }

    @Test
    void shouldKeepWhatIsSureThroughAStandstill() {
        HeardTo heard = HeardTo.NOTHING
                .mark(watermark(100, 101, 1), at(101), at(101))
                .mark(watermark(103, 104, 1), at(104), at(104))
                .mark(watermark(160, 161, 1), at(107), at(161));

        assertThat(heard.isPast(at(99))).isTrue();
    }

    @Test
    void shouldBeginAnewAfterASourceWasRestored() {
        HeardTo heard = HeardTo.NOTHING
                .mark(watermark(100, 101, 1), at(101), at(101))
                .mark(watermark(103, 104, 1), at(104), at(104))
                .mark(watermark(10, 107, 2), at(107), at(107));

        assertThat(heard.isPast(at(50))).isFalse();
    }

    private static Watermark watermark(long at, long landed, long epoch) {
        return new Watermark(at(at), at(landed), epoch);
    }

    private static Instant at(long seconds) {
        return NOON.plusSeconds(seconds);
    }
}
