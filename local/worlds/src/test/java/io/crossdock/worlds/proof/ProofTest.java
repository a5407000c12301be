package io.crossdock.worlds.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.worlds.delivery.Rules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The worlds of the first seeds; {@code -Dcrossdock.worlds} says how many. */
class ProofTest {

    private static final Rules RULES = Rules.load(Path.of("connectors"));

    @Test
    void shouldTellEveryOrderAsItIsWhenWorldsWriteTheirRecords() {
        // Given
        long seeds = Long.getLong("crossdock.worlds", 10_000);

        // When
        Proof.Result result = new Proof(RULES).run(0, seeds, 2, done -> {});

        // Then
        assertThat(result.failed())
                .as("seeds that fail, see ./crossdock prove order --seed")
                .isEmpty();
        assertThat(result.worlds()).isEqualTo(seeds);
        if (seeds >= 10_000) {
            assertThat(result.coverage().tooRare(seeds))
                    .as("what occurs too rarely")
                    .isEmpty();
        }
    }
}
