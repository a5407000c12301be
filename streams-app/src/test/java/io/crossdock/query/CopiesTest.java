package io.crossdock.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.query.Copies.Part;
import io.crossdock.query.Copies.Reach;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CopiesTest {

    private static final Part FIRST = new Part("orders", 0);
    private static final Part SECOND = new Part("orders", 1);

    private final Map<Part, Reach> seen = new HashMap<>();
    private final Copies copies = new Copies(() -> seen);

    @AfterEach
    void close() {
        copies.close();
    }

    @Test
    void shouldNotTakeACopyThatIsBeingFilledForComplete() {
        // When
        seen.put(FIRST, new Reach(10_000, 40_000));
        seen.put(SECOND, new Reach(39_988, 40_000));
        copies.look();

        // Then
        assertThat(copies.isComplete("orders", 0)).isFalse();
        assertThat(copies.isComplete("orders", 1)).isTrue();
        assertThat(copies.isComplete("orders", 2)).isFalse();
        assertThat(copies.complete()).isEqualTo(Map.of("orders", 1));
    }

    @Test
    void shouldKeepWhatWasCompleteThoughMoreHasComeInSince() {
        // Given
        seen.put(FIRST, new Reach(1_000, 1_000));
        copies.look();

        // When
        seen.put(FIRST, new Reach(1_010, 6_000));
        copies.look();

        // Then
        assertThat(copies.isComplete("orders", 0)).isTrue();
    }

    @Test
    void shouldKnowAPartAgainThatCouldNotBeSeenWhileWorkChangedHands() {
        // Given: a standby that takes the work over; for a moment it is neither
        seen.put(FIRST, new Reach(1_000, 1_000));
        copies.look();
        seen.clear();
        copies.look();
        assertThat(copies.isComplete("orders", 0)).isFalse();

        // When: it is back, and the dead instance's last transaction seems to lack
        seen.put(FIRST, new Reach(1_000, 1_900));
        copies.look();

        // Then
        assertThat(copies.isComplete("orders", 0)).isTrue();
    }

    @Test
    void shouldNotTakeOneForCompleteThatIsFilledAnew() {
        // Given
        seen.put(FIRST, new Reach(50_000, 50_000));
        copies.look();

        // When: what was on disk is thrown away, in the same place
        seen.put(FIRST, new Reach(3_000, 50_100));
        copies.look();

        // Then
        assertThat(copies.isComplete("orders", 0)).isFalse();

        // When: it is where it was
        seen.put(FIRST, new Reach(49_950, 50_400));
        copies.look();

        // Then
        assertThat(copies.isComplete("orders", 0)).isTrue();
    }

    @Test
    void shouldForgetWhatWasAwayForLong() {
        // Given: it has gone to another instance
        seen.put(FIRST, new Reach(1_000, 1_000));
        copies.look();
        seen.clear();
        for (int look = 0; look < 20; look++) {
            copies.look();
        }

        // When: it comes back as it was left, and others have written meanwhile
        seen.put(FIRST, new Reach(1_000, 31_000));
        copies.look();

        // Then
        assertThat(copies.isComplete("orders", 0)).isFalse();
    }
}
