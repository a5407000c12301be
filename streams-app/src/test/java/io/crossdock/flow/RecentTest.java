package io.crossdock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Identifier;
import org.junit.jupiter.api.Test;

/** What tasks keep decoded fits into the room there is, and a busy task may have what an idle one does not use. */
class RecentTest {

    private static Identifier order(int number) {
        return new Identifier("crm", "order", String.valueOf(number));
    }

    private static int filled(Recent<Integer> recent, int mailboxes) {
        for (int i = 0; i < mailboxes; i++) {
            recent.put(order(i), i, 10);
        }
        return kept(recent, mailboxes);
    }

    private static int kept(Recent<Integer> recent, int mailboxes) {
        int kept = 0;
        for (int i = 0; i < mailboxes; i++) {
            kept += recent.get(order(i)) == null ? 0 : 1;
        }
        return kept;
    }

    @Test
    void shouldForgetWhatWasNotUsedForLongestWhenItIsFull() {
        // Given
        Recent<Integer> recent = new Recent<>(new Room(30));
        filled(recent, 3);

        // When
        recent.get(order(0));
        recent.put(order(3), 3, 10);

        // Then
        assertThat(recent.get(order(1))).isNull();
        assertThat(recent.get(order(0))).isZero();
        assertThat(recent.get(order(2))).isEqualTo(2);
        assertThat(recent.get(order(3))).isEqualTo(3);
    }

    @Test
    void shouldMakeRoomForOneThatGrows() {
        // Given
        Recent<Integer> recent = new Recent<>(new Room(30));
        filled(recent, 3);

        // When
        recent.put(order(2), 2, 30);

        // Then
        assertThat(kept(recent, 3)).isEqualTo(1);
        assertThat(recent.get(order(2))).isEqualTo(2);
    }

    @Test
    void shouldKeepOneHoweverLargeItIs() {
        // Given
        Recent<Integer> recent = new Recent<>(new Room(30));

        // When
        recent.put(order(1), 1, 1_000);

        // Then
        assertThat(recent.get(order(1))).isEqualTo(1);
    }

    @Test
    void shouldLetABusyTaskHaveWhatAnIdleOneDoesNotUse() {
        // Given
        Room room = new Room(100);
        Recent<Integer> busy = new Recent<>(room);
        Recent<Integer> idle = new Recent<>(room);
        filled(idle, 2);

        // When, Then
        assertThat(filled(busy, 20)).isEqualTo(8);
        assertThat(kept(idle, 2)).isEqualTo(2);
    }

    @Test
    void shouldGiveEachTaskItsShareWhenAnotherHasHadItAll() {
        // Given
        Room room = new Room(100);
        Recent<Integer> first = new Recent<>(room);
        Recent<Integer> second = new Recent<>(room);
        filled(first, 10);

        // When, Then
        assertThat(filled(second, 20)).isEqualTo(5);
        first.put(order(0), 0, 10);
        assertThat(kept(first, 10)).isEqualTo(5);
    }

    @Test
    void shouldGiveBackWhatATaskHadWhenItEnds() {
        // Given
        Room room = new Room(100);
        Recent<Integer> ended = new Recent<>(room);
        filled(ended, 10);

        // When
        ended.close();

        // Then
        assertThat(filled(new Recent<>(room), 20)).isEqualTo(10);
    }

    @Test
    void shouldGiveBackWhatIsForgotten() {
        // Given
        Recent<Integer> recent = new Recent<>(new Room(100));
        filled(recent, 10);

        // When
        recent.remove(order(3));
        recent.remove(order(3));
        recent.put(order(10), 10, 10);

        // Then
        assertThat(kept(recent, 11)).isEqualTo(10);
    }
}
