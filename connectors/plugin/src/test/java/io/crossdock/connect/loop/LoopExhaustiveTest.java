package io.crossdock.connect.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every interleaving of one order, two targets and up to three versions, with a fault at every place. A larger scope is looked at
 * for a second, or for as long as {@code -Dcrossdock.exhaustive=PT30M} says.
 */
class LoopExhaustiveTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    static Stream<Arguments> scenes() {
        return Stream.of(
                Arguments.of("one version and an effect, any one fault", Scene.small(1, 1, false, 1)),
                Arguments.of("three versions and an effect", Scene.small(3, 1, false, 0)),
                Arguments.of("three versions, any one fault", Scene.small(3, 0, false, 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenes")
    void shouldEndWithTheNewestEverywhereInWhateverOrderThingsHappen(String name, Scene scene) {
        // When
        Search.Result result = Worlds.onOneThread(() -> new Search().run(scene, Flaw.NONE, LIMIT));
        System.out.println(name + ": " + result);

        // Then
        assertThat(result.failure()).isEmpty();
        assertThat(result.complete()).isTrue();
    }

    @Test
    void shouldFindNothingWrongInALargerScopeForAsLongAsItMayTake() {
        // Given
        Duration atMost = Duration.parse(System.getProperty("crossdock.exhaustive", "PT1S"));
        Scene scene = Scene.small(3, 1, true, 2);

        // When
        Search.Result result = Worlds.onOneThread(() -> new Search().run(scene, Flaw.NONE, atMost));
        System.out.println("larger: " + result);

        // Then
        assertThat(result.failure()).isEmpty();
    }

    @Test
    @Tag("control")
    void shouldFindAShortestWayToAnOlderVersionOverANewerWhenNothingIsReadBack() {
        // When
        Search.Result result =
                Worlds.onOneThread(() -> new Search().run(Scene.small(2, 0, false, 1), Flaw.READ_BACK_IS_OFF, LIMIT));

        // Then
        assertThat(result.failure()).last().asString().contains("is told 1.1 after 1.2");
    }
}
