package io.crossdock.order.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.mailbox.Simulation.Flaw;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Random worlds against an oracle; a failure names the seed. */
class ConvergenceTest {

    @ParameterizedTest(name = "worlds from seed {0}")
    @MethodSource("io.crossdock.order.mailbox.Seeds#blocks")
    void shouldHoldWhatTheFactsSayWhateverTheInterleaving(int first) {
        Seeds.from(first).forEach(seed -> {
            // Given
            World world = World.of(seed);

            // When
            Map<Identifier, Map<FactKey, Said>> held = run(seed, world, Flaw.NONE, seed % 10 == 0);

            // Then
            assertThat(held).describedAs("world of seed %d", seed).isEqualTo(Ideal.of(world.types(), world.facts()));
        });
    }

    @Test
    @Tag("control")
    void shouldMeetRivalsAndCrowdsThatComeAndGo() {
        // When
        int ambiguitiesEnded = 0;
        int overloadsEnded = 0;
        for (long seed = 0; seed < Seeds.BLOCK; seed++) {
            Simulation simulation = new Simulation(seed, World.of(seed), Flaw.NONE, false);
            simulation.run();
            ambiguitiesEnded += simulation.ambiguitiesEnded();
            overloadsEnded += simulation.overloadsEnded();
        }

        // Then
        assertThat(ambiguitiesEnded).isGreaterThan(40);
        assertThat(overloadsEnded).isGreaterThan(10);
    }

    @ParameterizedTest
    @Tag("control")
    @EnumSource(value = Flaw.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void shouldBeNoticedWhenTheGroundIsBroken(Flaw flaw) {
        // Given
        LongStream seeds = LongStream.range(0, 200);

        // When
        long wrong = seeds.filter(seed -> {
                    World world = World.of(seed);
                    return !run(seed, world, flaw, false).equals(Ideal.of(world.types(), world.facts()));
                })
                .count();

        // Then
        assertThat(wrong).describedAs("worlds of 200 that end wrong").isPositive();
    }

    private static Map<Identifier, Map<FactKey, Said>> run(long seed, World world, Flaw flaw, boolean careful) {
        return new Simulation(seed, world, flaw, careful).run();
    }
}
