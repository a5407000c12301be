package io.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.contract.AuditEntry;
import io.crossdock.contract.OrderException;
import io.crossdock.query.Rebuild;
import io.crossdock.query.Rebuild.Stage;
import io.crossdock.query.http.Everywhere;
import io.crossdock.switches.Epoch;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R183, R184: when a rebuild is over, and what is said then. */
class RebuildWatchTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final List<AuditEntry> told = new ArrayList<>();
    private final List<OrderException> resolved = new ArrayList<>();
    private Rebuild progress = rebuild(Stage.READING, 0, 0);
    private boolean inCharge = true;
    private int cleaned;

    private static Rebuild rebuild(Stage stage, long read, long behind) {
        return new Rebuild(2, stage, NOON, "ann", null, NOON, read, 100, behind, List.of("crm"));
    }

    private static OrderException open(String id) {
        return OrderException.newBuilder()
                .setExceptionId(id)
                .setType("ORPHAN")
                .setState("OPEN")
                .setText("it waits")
                .setOpenedAt(NOON.minusSeconds(3600))
                .setSeverity("MAJOR")
                .setLocations(List.of())
                .setValues(List.of())
                .build();
    }

    private void look(Rebuild now) {
        progress = now;
        Epoch epoch = new Epoch(
                2,
                new Epoch.Rebuild("ann", null, NOON, NOON, List.of("crm")),
                List.of(open("ord_1|ORPHAN"), open("ord_2|ORPHAN")));
        try (RebuildWatch watch = new RebuildWatch(
                epoch,
                () -> progress,
                () -> inCharge,
                () -> Set.of("ord_2|ORPHAN", "ord_3|ORPHAN"),
                resolved::addAll,
                new Everywhere((partition, entry) -> told.add(entry), 4),
                () -> cleaned++,
                Clock.fixed(NOON, ZoneOffset.UTC))) {
            watch.look();
        }
    }

    @Test
    void shouldWaitUntilEverythingOfBeforeHasBeenReadAgain() {
        // When
        look(rebuild(Stage.READING, 99, 0));
        look(rebuild(Stage.READING, 100, 50_000));

        // Then
        assertThat(told).isEmpty();
        assertThat(resolved).isEmpty();
    }

    @Test
    void shouldTellEveryTaskToPublishAndResolveWhatIsNotWrongAnyMore() {
        // When
        look(rebuild(Stage.READING, 100, 12));

        // Then
        assertThat(told).hasSize(4).allSatisfy(entry -> {
            assertThat(entry.getAction()).isEqualTo("PUBLISH");
            assertThat(entry.getKind()).isEqualTo("2");
        });
        assertThat(resolved).singleElement().satisfies(exception -> {
            assertThat(exception.getExceptionId()).isEqualTo("ord_1|ORPHAN");
            assertThat(exception.getState()).isEqualTo("RESOLVED");
            assertThat(exception.getResolvedAt()).isEqualTo(NOON);
        });
    }

    @Test
    void shouldThrowAwayWhatOlderEpochsKeptOnlyOnceItIsDone() {
        // When
        look(rebuild(Stage.PUBLISHING, 100, 0));
        int early = cleaned;
        look(rebuild(Stage.DONE, 100, 0));

        // Then
        assertThat(early).isZero();
        assertThat(cleaned).isEqualTo(1);
    }

    @Test
    void shouldLeaveItToTheInstanceThatHoldsTheFirstPartition() {
        // Given
        inCharge = false;

        // When
        look(rebuild(Stage.READING, 100, 0));

        // Then
        assertThat(told).isEmpty();
    }
}
