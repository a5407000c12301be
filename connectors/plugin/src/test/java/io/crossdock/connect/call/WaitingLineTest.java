package io.crossdock.connect.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Express overtakes, and nobody starves. */
class WaitingLineTest {

    private final WaitingLine<String> line = new WaitingLine<>();

    @Test
    void shouldLetThreeExpressGoAheadOfEachNormal() {
        // Given
        for (int i = 1; i <= 3; i++) {
            line.join(Lane.NORMAL, "n" + i);
        }
        for (int i = 1; i <= 8; i++) {
            line.join(Lane.EXPRESS, "e" + i);
        }
        // When // Then
        assertThat(all()).containsExactly("e1", "e2", "e3", "n1", "e4", "e5", "e6", "n2", "e7", "e8", "n3");
    }

    @Test
    void shouldCountOnlyThoseWhoWentAheadOfSomebody() {
        // Given
        for (int i = 1; i <= 5; i++) {
            line.join(Lane.EXPRESS, "early" + i);
        }
        all();
        // When
        line.join(Lane.NORMAL, "n1");
        for (int i = 1; i <= 4; i++) {
            line.join(Lane.EXPRESS, "e" + i);
        }
        // Then
        assertThat(all()).containsExactly("e1", "e2", "e3", "n1", "e4");
    }

    @Test
    void shouldPassOverTheNormalLaneWhileItCouldNotGo() {
        // Given
        line.join(Lane.NORMAL, "n1");
        for (int i = 1; i <= 5; i++) {
            line.join(Lane.EXPRESS, "e" + i);
        }
        // When
        List<String> went = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            went.add(line.next(lane -> lane == Lane.NORMAL));
            line.served(Lane.EXPRESS);
        }
        // Then
        assertThat(went).containsExactly("e1", "e2", "e3", "e4", "e5");
        assertThat(line.next(lane -> lane == Lane.NORMAL)).isEqualTo("n1");
    }

    @Test
    void shouldLetWhoComesBackGoBeforeTheOthersOfItsLaneOnly() {
        // Given
        line.join(Lane.NORMAL, "n2");
        line.join(Lane.EXPRESS, "e1");
        line.join(Lane.EXPRESS, "e2");
        // When
        line.joinInFront(Lane.NORMAL, "n1");
        // Then
        assertThat(all()).containsExactly("e1", "e2", "n1", "n2");
    }

    @Test
    void shouldForgetWhoLeaves() {
        // Given
        line.join(Lane.EXPRESS, "e1");
        line.join(Lane.NORMAL, "n1");
        // When
        line.leave(Lane.EXPRESS, "e1");
        // Then
        assertThat(all()).containsExactly("n1");
        assertThat(line.size()).isZero();
    }

    private List<String> all() {
        List<String> went = new ArrayList<>();
        for (String next = line.next(lane -> false); next != null; next = line.next(lane -> false)) {
            went.add(next);
            line.served(next.startsWith("n") ? Lane.NORMAL : Lane.EXPRESS);
        }
        return went;
    }
}
