package io.crossdock.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CopiesTest {

    private final Map<Integer, Long> behind = new HashMap<>();
    private final Copies copies = new Copies(() -> Map.of("orders", behind));

    @AfterEach
    void close() {
        copies.close();
    }

    @Test
    void shouldNotTakeACopyThatIsBeingFilledForComplete() {
        // When
        behind.put(0, 30_000L);
        behind.put(1, 12L);
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
        behind.put(0, 0L);
        copies.look();

        // When
        behind.put(0, 5_000L);
        copies.look();

        // Then
        assertThat(copies.isComplete("orders", 0)).isTrue();
    }

    @Test
    void shouldForgetWhatHasGoneToAnotherInstance() {
        // Given
        behind.put(0, 0L);
        copies.look();
        behind.clear();
        copies.look();

        // When
        behind.put(0, 30_000L);
        copies.look();

        // Then
        assertThat(copies.isComplete("orders", 0)).isFalse();
    }
}
