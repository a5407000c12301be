package io.crossdock.connect.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Outbox, sinks and targets in random worlds of crashes, lost answers, late copies, hand-overs and strangers' hands.
 * {@code -Dcrossdock.worlds=100000} lives more of them, {@code -Dcrossdock.world=4711} the one of a seed.
 */
class LoopSimulationTest {

    private static final int WORLDS_OF_A_CONTROL = 4_000;

    @Test
    void shouldTellEveryTargetTheNewestAndDoEachEffectOnceWhateverCrashes() {
        // Given
        Long one = Long.getLong("crossdock.world");
        long first = one == null ? 0 : one;
        long count = one == null ? Long.getLong("crossdock.worlds", 2_000) : 1;

        // When
        Worlds worlds = Worlds.live(first, count, Set.of(), Flaw.NONE);
        System.out.println(worlds);

        // Then
        assertThat(worlds.failure()).isNull();
    }

    @ParameterizedTest
    @Tag("control")
    @EnumSource(value = Flaw.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void shouldFindWhatIsBuiltWrongly(Flaw flaw) {
        // When
        Worlds worlds = Worlds.live(0, WORLDS_OF_A_CONTROL, Set.of(), flaw);

        // Then
        assertThat(worlds.failure()).isNotNull();
    }

    @ParameterizedTest
    @Tag("control")
    @EnumSource(Rarity.class)
    void shouldSayWhatTheLoopDoesNotSurvive(Rarity rarity) {
        // When
        Worlds worlds = Worlds.live(0, WORLDS_OF_A_CONTROL, Set.of(rarity), Flaw.NONE);

        // Then
        assertThat(worlds.failure()).isNotNull();
    }
}
