package io.crossdock.order.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.mailbox.Outcome;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R96: a source whose positions went back says so instead of going dark. */
class FeedWatchTest {

    @Test
    void shouldSayNothingWhenFactsAreNewOrCameTwice() {
        FeedWatch watch = after(after(FeedWatch.NEW, 5_000, Outcome.APPLIED), 5_000, Outcome.DUPLICATE);

        assertThat(watch.regressed()).isFalse();
    }

    @Test
    void shouldSayNothingWhenAFewOldFactsStandAtTheBeginning() {
        assertThat(after(FeedWatch.NEW, 49, Outcome.SUPERSEDED).regressed()).isFalse();
        assertThat(after(FeedWatch.NEW, 50, Outcome.SUPERSEDED).regressed()).isTrue();
    }

    @Test
    void shouldSayItWithinAThousandFactsWhenALongHealthyFeedGoesBack() {
        // Given
        FeedWatch healthy = after(FeedWatch.NEW, 100_000, Outcome.APPLIED);

        // Then
        assertThat(after(healthy, 200, Outcome.SUPERSEDED).regressed()).isFalse();
        assertThat(after(healthy, 1_000, Outcome.SUPERSEDED).regressed()).isTrue();
    }

    @Test
    void shouldNotSayItWhenHalfOfTheFactsAreOld() {
        // Given: an incremental snapshot beside live changes
        FeedWatch watch = FeedWatch.NEW;
        for (int i = 0; i < 2_000; i++) {
            watch = watch.after(i % 2 == 0 ? Outcome.SUPERSEDED : Outcome.APPLIED);
        }

        assertThat(watch.regressed()).isFalse();
    }

    @Test
    void shouldTakeItBackOnlyWhenNearlyAllFactsAreNewAgain() {
        // Given
        FeedWatch regressed = after(FeedWatch.NEW, 1_000, Outcome.SUPERSEDED);

        // Then
        assertThat(after(regressed, 200, Outcome.APPLIED).regressed()).isTrue();
        assertThat(after(regressed, 1_000, Outcome.APPLIED).regressed()).isFalse();
    }

    @Test
    void shouldSayItFromFourFifthsOn() {
        assertThat(after(after(FeedWatch.NEW, 11, Outcome.APPLIED), 39, Outcome.SUPERSEDED)
                        .regressed())
                .isFalse();
        assertThat(after(after(FeedWatch.NEW, 10, Outcome.APPLIED), 40, Outcome.SUPERSEDED)
                        .regressed())
                .isTrue();
    }

    @Test
    void shouldTakeItBackBelowOneFifth() {
        // Given
        FeedWatch regressed = new FeedWatch(100, 21, true);

        // Then
        assertThat(after(regressed, 5, Outcome.APPLIED)).isEqualTo(new FeedWatch(105, 21, true));
        assertThat(after(regressed, 6, Outcome.APPLIED)).isEqualTo(new FeedWatch(106, 21, false));
    }

    @Test
    void shouldForgetHalfOfWhatItSawWhenItsMemoryIsFull() {
        assertThat(after(FeedWatch.NEW, 399, Outcome.APPLIED)).isEqualTo(new FeedWatch(399, 0, false));
        assertThat(after(FeedWatch.NEW, 400, Outcome.APPLIED)).isEqualTo(new FeedWatch(200, 0, false));
    }

    private static FeedWatch after(FeedWatch watch, int times, Outcome outcome) {
        List<Outcome> outcomes = Collections.nCopies(times, outcome);
        FeedWatch last = watch;
        for (Outcome next : outcomes) {
            last = last.after(next);
        }
        return last;
    }
}
