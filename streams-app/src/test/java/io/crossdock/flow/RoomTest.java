package io.crossdock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of the heap is given to what is kept decoded. */
class RoomTest {

    private static final long MIB = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({"256, 32", "320, 60", "384, 92", "1024, 412"})
    void shouldLeaveTheOldGenerationAir(long heap, long room) {
        assertThat(Room.ofHeap(heap * MIB).bytes()).isEqualTo(room * MIB);
        assertThat(room + 100).isLessThan(heap * 2 / 3);
    }
}
