package io.crossdock.worlds.bugs;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.worlds.delivery.Rules;
import io.crossdock.worlds.proof.Proof;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule that is wrong on purpose is found by the worlds, and soon. */
class SeededBugsTest {

    private static final Rules RULES = Rules.load(Path.of("connectors"));

    @ParameterizedTest
    @EnumSource
    void shouldBeFoundWhenARuleIsWrongOnPurpose(SeededBug bug) throws Exception {
        // Given
        Patch patch = bug.patch();

        // When
        int seed;
        AutoCloseable patched = patch == null ? () -> {} : patch.apply();
        try {
            seed = firstFound(new Proof(RULES, bug.flaw()), bug.within());
        } finally {
            patched.close();
        }

        // Then
        assertThat(seed).as("the first world that shows it").isLessThan(bug.within());
        System.out.println(bug + " is found by the world of seed " + seed);
    }

    private static int firstFound(Proof proof, int within) {
        int seed = 0;
        while (seed < within && proof.judge(seed).isEmpty()) {
            seed++;
        }
        return seed;
    }
}
