package io.crossdock.order.mailbox.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R11, R93: every order of deliveries and every interleaving of messages in small worlds, without a gap; each step is one
 * after a restart. A larger world is looked at for three seconds, or for as long as {@code -Dcrossdock.exhaustive=PT30M} says.
 */
class ExhaustiveTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    static Stream<SmallWorld> worlds() {
        return SmallWorld.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void shouldEndInWhatTheFactsSayInWhateverOrderTheyCome(SmallWorld world) {
        // When
        Search.Result everything = search(world, false);
        Search.Result reduced = search(world, true);

        // Then
        assertThat(everything.failure()).isEmpty();
        assertThat(everything.complete()).isTrue();
        assertThat(everything.states()).isGreaterThan(2_000);
        assertThat(reduced.failure()).isEmpty();
        assertThat(reduced.ends()).isEqualTo(everything.ends());
        assertThat(reduced.states()).isLessThan(everything.states());
    }

    @Test
    void shouldEndInTheSameWhenEveryRecordIsDeliveredTwice() {
        // When
        Search.Result result = search(SmallWorld.divided().deliveredTwice(), true);

        // Then
        assertThat(result.failure()).isEmpty();
        assertThat(result.complete()).isTrue();
    }

    @Test
    void shouldFindNothingWrongInALargerWorldForAsLongAsItMayTake() {
        // Given
        Duration atMost = Duration.parse(System.getProperty("crossdock.exhaustive", "PT3S"));

        // When
        Search.Result result = new Search(SmallWorld.third(), Tampering.NONE, true).run(atMost, System.out::println);
        System.out.println(result);

        // Then
        assertThat(result.failure()).isEmpty();
    }

    private static Search.Result search(SmallWorld world, boolean reduced) {
        return new Search(world, Tampering.NONE, reduced).run(LIMIT, now -> {});
    }
}
