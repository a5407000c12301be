package io.crossdock.order.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.mailbox.exhaustive.Search;
import io.crossdock.order.mailbox.exhaustive.SmallWorld;
import io.crossdock.order.mailbox.exhaustive.Tampering;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checks of the protocol find what is broken on purpose: the exhaustive one, and the one of random worlds. */
@Tag("control")
class SeededBugsTest {

    private static final int RANDOM_WORLDS = 200;

    @ParameterizedTest
    @EnumSource(SeededBug.class)
    void shouldBeFoundByTheExhaustiveCheck(SeededBug bug) {
        // When
        Optional<List<String>> counterexample = SmallWorld.all().stream()
                .map(world -> new Search(world, bug, true).run(Duration.ofSeconds(30), now -> {}))
                .map(Search.Result::failure)
                .filter(failure -> !failure.isEmpty())
                .findFirst();

        // Then
        assertThat(counterexample).isPresent();
    }

    /** Floors matter only where messages overtake each other, and the random worlds are first-in-first-out. */
    @ParameterizedTest
    @EnumSource(value = SeededBug.class, names = "FLOOR_IS_FORGOTTEN", mode = EnumSource.Mode.EXCLUDE)
    void shouldBeFoundInRandomWorlds(SeededBug bug) {
        assertThat(firstWrong(bug)).isPresent();
    }

    @Test
    void shouldFindNothingWrongWhenNothingIsBroken() {
        assertThat(firstWrong(Tampering.NONE)).isEmpty();
    }

    private static OptionalLong firstWrong(Tampering tampering) {
        return LongStream.range(0, RANDOM_WORLDS)
                .filter(seed -> !new RandomRun(seed, tampering).isRight())
                .findFirst();
    }
}
