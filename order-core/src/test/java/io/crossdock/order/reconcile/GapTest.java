package io.crossdock.order.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R190, R191, R192, R196: what a source has and what was heard of it. */
class GapTest {

    private static final Duration SECONDS = Duration.ofSeconds(2);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void shouldMissARowOfWhichNothingWasHeard() {
        assertThat(Gap.of(row(0.0, 60), Held.NOTHING, SECONDS)).isEqualTo(Gap.MISSING);
    }

    @Test
    void shouldBeContentWithARowThatWasHeardWhenItWasChanged() {
        assertThat(Gap.of(row(0.0, 60), heard(0), SECONDS)).isNull();
    }

    @Test
    void shouldFindARowStaleWhoseLastChangeIsNewerThanWhatWasHeard() {
        assertThat(Gap.of(row(10.0, 60), heard(0), SECONDS)).isEqualTo(Gap.STALE);
    }

    @Test
    void shouldNotTakeWholeSecondsForALostChange() {
        // MariaDB stamps the commit of 12:00:01.9 with 12:00:01, and its row may say 12:00:02
        assertThat(Gap.of(row(1.999, 60), heard(0), SECONDS)).isNull();
        assertThat(Gap.of(row(2.001, 60), heard(0), SECONDS)).isEqualTo(Gap.STALE);
    }

    @Test
    void shouldFindAChangeThatWasLostAMomentAfterOneThatWasHeardWhereTheSourceIsExact() {
        // Packed and shipped within the same second, and only the first was heard
        assertThat(Gap.of(row(0.9, 60), heard(0), Duration.ofMillis(100))).isEqualTo(Gap.STALE);
        assertThat(Gap.of(row(0.09, 60), heard(0), Duration.ofMillis(100))).isNull();
    }

    @Test
    void shouldOnlyAskWhetherARowIsThereThatDoesNotSayWhenItWasChanged() {
        assertThat(Gap.of(row(null, 60), heard(0), SECONDS)).isNull();
        assertThat(Gap.of(row(null, 60), Held.NOTHING, SECONDS)).isEqualTo(Gap.MISSING);
    }

    @Test
    void shouldNotBelieveAChangeThatIsYetToCome() {
        // The clock that wrote the row is not that of its database
        assertThat(Gap.of(row(3_600.0, 60), heard(0), SECONDS)).isNull();
    }

    @Test
    void shouldMissARowThatIsThereAgainAfterItsDeletion() {
        assertThat(Gap.of(row(0.0, 60), new Held(at(30), true, false), SECONDS)).isEqualTo(Gap.MISSING);
    }

    @Test
    void shouldNotMissARowThatWasDeletedAfterItWasRead() {
        assertThat(Gap.of(row(0.0, 60), new Held(at(61), true, false), SECONDS)).isNull();
        assertThat(Gap.of(row(0.0, 60), new Held(at(58), true, false), SECONDS)).isNull();
    }

    @Test
    void shouldAskNothingOfAnOrderThatIsForgotten() {
        assertThat(Gap.of(row(50.0, 60), Held.FORGOTTEN, SECONDS)).isNull();
    }

    @Test
    void shouldFindARowSurplusThatARoundShouldHaveMet() {
        assertThat(Gap.isSurplus(heard(0), at(60))).isTrue();
    }

    @Test
    void shouldNotFindARowSurplusThatMayHaveComeBehindTheRound() {
        assertThat(Gap.isSurplus(heard(59), at(60))).isFalse();
        assertThat(Gap.isSurplus(new Held(at(0), true, false), at(60))).isFalse();
        assertThat(Gap.isSurplus(Held.NOTHING, at(60))).isFalse();
    }

    private static SourceRow row(@Nullable Double changed, long read) {
        return new SourceRow(changed == null ? null : NOON.plusMillis(Math.round(changed * 1_000)), at(read));
    }

    private static Held heard(long seconds) {
        return new Held(at(seconds), false, false);
    }

    private static Instant at(long seconds) {
        return NOON.plusSeconds(seconds);
    }
}
