package io.crossdock.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.contract.RunningRound;
import io.crossdock.contract.SourceTally;
import io.crossdock.systems.Source;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an entity stands is what all partitions say of it together. */
class EntityStandingTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void shouldAddUpWhatThePartitionsCount() {
        // Given
        SourceTally first = tally("orders")
                .setRound(NOON)
                .setEndedAt(NOON.plusSeconds(2))
                .setRows(10L)
                .setHeld(9)
                .setMissing(1)
                .setNamed(List.of("W-2"))
                .build();
        SourceTally second = tally("orders")
                .setRound(NOON.minusSeconds(60))
                .setEndedAt(NOON.plusSeconds(1))
                .setRows(5)
                .setHeld(3)
                .setStale(2)
                .setSurplus(1)
                .setNamed(List.of("W-1", "W-3"))
                .setNamedSurplus(List.of("W-9"))
                .setAskedAt(NOON)
                .build();

        // Then
        assertThat(EntityStanding.of(List.of(first, second))).singleElement().satisfies(standing -> {
            assertThat(standing.rows()).isEqualTo(15);
            assertThat(standing.held()).isEqualTo(12);
            assertThat(standing.open()).isEqualTo(3);
            assertThat(standing.surplus()).isEqualTo(1);
            assertThat(standing.named()).containsExactly("W-1", "W-2", "W-3");
            assertThat(standing.askedAt()).isEqualTo(NOON);
            // As old as the oldest of what it is made of
            assertThat(standing.round()).isEqualTo(NOON.minusSeconds(60));
            assertThat(standing.endedAt()).isEqualTo(NOON.plusSeconds(2));
        });
    }

    @Test
    void shouldKnowNoRoundUntilEveryPartitionHasSeenOne() {
        SourceTally seen = tally("orders").setRound(NOON).setEndedAt(NOON).build();

        assertThat(EntityStanding.of(List.of(seen, tally("orders").build())))
                .extracting(EntityStanding::round)
                .containsOnlyNulls();
    }

    @Test
    void shouldShowHowFarTheRoundOfAllHasCome() {
        SourceTally behind = tally("orders")
                .setRunning(new RunningRound(NOON, 3L, 3L, 40L, 100L))
                .build();
        SourceTally ahead = tally("orders")
                .setRunning(new RunningRound(NOON, 5L, 5L, 50L, 100L))
                .build();

        assertThat(EntityStanding.of(List.of(behind, ahead))).singleElement().satisfies(standing -> {
            assertThat(standing.running()).isEqualTo(NOON);
            assertThat(standing.walked()).isEqualTo(50);
            assertThat(standing.about()).isEqualTo(100);
        });
    }

    @Test
    void shouldKeepEntitiesApart() {
        assertThat(EntityStanding.of(List.of(
                        tally("shipments").build(),
                        tally("orders").setMissing(1).build())))
                .extracting(EntityStanding::entity, EntityStanding::open)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("orders", 1L),
                        org.assertj.core.groups.Tuple.tuple("shipments", 0L));
    }

    @Test
    void shouldNotLetAKeySpeakInACondition() {
        assertThat(ReadAgain.isSafe(Source.POSTGRES, "W-1'; drop table orders")).isTrue();
        assertThat(ReadAgain.isSafe(Source.REST, "8015g'")).isFalse();
        assertThat(ReadAgain.isSafe(Source.MARIADB, "W-1\\")).isFalse();
        assertThat(ReadAgain.isSafe(Source.MARIADB, "W-1\n")).isFalse();
    }

    private static SourceTally.Builder tally(String entity) {
        return SourceTally.newBuilder().setConnection("wms-east").setEntity(entity);
    }
}
