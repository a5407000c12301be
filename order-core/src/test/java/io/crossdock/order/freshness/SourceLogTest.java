package io.crossdock.order.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.freshness.SourceLog.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R197, R198. */
class SourceLogTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void shouldBeInDangerOnceMoreThanHalfOfTheLimitIsUsed() {
        assertThat(seen(State.EXTENDED, 500, 500L, NOON).isEndangered()).isFalse();
        assertThat(seen(State.EXTENDED, 501, 499L, NOON).isEndangered()).isTrue();
        assertThat(seen(State.RESERVED, 501, 499L, NOON).isEndangered()).isTrue();
        assertThat(seen(State.UNRESERVED, 1_000, 0L, NOON).isEndangered()).isTrue();
    }

    @Test
    void shouldBeInNoDangerWithoutALimit() {
        assertThat(seen(State.EXTENDED, Long.MAX_VALUE, null, NOON).isEndangered())
                .isFalse();
    }

    @Test
    void shouldBeLostAtOnceWhenTheSourceSaysSo() {
        SourceLog lost = seen(State.LOST, 0, null, NOON);

        assertThat(lost.isLost()).isTrue();
        assertThat(lost.isEndangered()).isFalse();
    }

    @Test
    void shouldBeLostWhenItsSlotIsGoneForLongerThanMakingItAnewTakes() {
        // Given
        SourceLog gone = seen(State.MISSING, 0, null, NOON);

        // When, Then
        assertThat(gone.isLost()).isFalse();
        assertThat(gone.and(seen(State.MISSING, 0, null, NOON.plusSeconds(29))).isLost())
                .isFalse();
        assertThat(gone.and(seen(State.MISSING, 0, null, NOON.plusSeconds(30))).isLost())
                .isTrue();
    }

    @Test
    void shouldBeginAnewWithEveryState() {
        SourceLog goneTwice = seen(State.MISSING, 0, null, NOON)
                .and(seen(State.RESERVED, 7, 9L, NOON.plusSeconds(20)))
                .and(seen(State.MISSING, 0, null, NOON.plusSeconds(40)));

        assertThat(goneTwice.since()).isEqualTo(NOON.plusSeconds(40));
        assertThat(goneTwice.isLost()).isFalse();
    }

    @Test
    void shouldNotGoBackForASightThatIsOlder() {
        SourceLog known = seen(State.RESERVED, 7, 9L, NOON);

        assertThat(known.and(seen(State.LOST, 0, null, NOON.minusSeconds(10)))).isEqualTo(known);
    }

    private static SourceLog seen(State state, long kept, @Nullable Long left, Instant at) {
        return new SourceLog("crossdock_wms_east", state, kept, left, at, at);
    }
}
