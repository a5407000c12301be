package io.crossdock.order.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** R97: what is deleted faster than people delete is held. */
class DeleteWatchTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void shouldExceedWithTheFirstDeletionAboveTheLimitWithinOneMinute() {
        DeleteWatch atTheLimit = deletions(DeleteWatch.NEW, 50, NOON);

        assertThat(atTheLimit.exceeds(50)).isFalse();
        assertThat(atTheLimit.after(NOON.plusSeconds(59)).exceeds(50)).isTrue();
    }

    @Test
    void shouldBeginAgainWhenTheNextMinuteBegins() {
        DeleteWatch full = deletions(DeleteWatch.NEW, 51, NOON);

        assertThat(full.after(NOON.plusSeconds(60)).exceeds(50)).isFalse();
        assertThat(full.after(NOON.plusSeconds(60)).deleted()).isEqualTo(1);
    }

    @Test
    void shouldCountToTheLatestMinuteWhenADeletionComesLate() {
        DeleteWatch full = deletions(DeleteWatch.NEW, 50, NOON.plusSeconds(60));

        assertThat(full.after(NOON).exceeds(50)).isTrue();
    }

    private static DeleteWatch deletions(DeleteWatch watch, int times, Instant at) {
        DeleteWatch last = watch;
        for (int i = 0; i < times; i++) {
            last = last.after(at.plusMillis(i));
        }
        return last;
    }
}
