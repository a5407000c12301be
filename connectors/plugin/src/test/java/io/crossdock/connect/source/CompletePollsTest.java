package io.crossdock.connect.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** A poll is complete when every entity is read and its rows are at the broker: not earlier, and not never. */
class CompletePollsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final CompletePolls polls =
            new CompletePolls("crm", 1, Duration.ofSeconds(5), List.of("orders", "order-items"));

    @Test
    void shouldSayTheEarlierOfTwoEntities() {
        // When
        polls.handOver("orders", over(NOON.plusSeconds(9)));
        assertThat(polls.due()).as("the items are not read yet").isNull();
        polls.handOver("order-items", over(NOON));
        // Then
        assertThat(at()).isEqualTo(NOON.minusSeconds(5));
        assertThat(polls.due()).as("once").isNull();
    }

    @Test
    void shouldWaitForTheFirstReadOfEveryEntityWhileAnotherIsReadAgainAndAgain() {
        // Given
        polls.handOver("order-items", new Page(List.of(record()), true, null));
        // When
        for (int round = 0; round < 5; round++) {
            polls.handOver("orders", over(NOON.plusSeconds(round)));
        }
        // Then
        assertThat(polls.due()).isNull();
    }

    @Test
    void shouldWaitForARowOfAnEarlierPageThatIsOnItsWayStill() {
        // Given
        SourceRecord slow = record();
        SourceRecord quick = record();
        polls.handOver("orders", new Page(List.of(slow), true, null));
        polls.handOver("orders", over(NOON, quick));
        polls.handOver("order-items", over(NOON));
        // When
        polls.landed(quick);
        assertThat(polls.due()).isNull();
        polls.landed(slow);
        // Then
        assertThat(at()).isEqualTo(NOON.minusSeconds(5));
    }

    @Test
    void shouldNotWaitForRowsOfTheNextPoll() {
        // Given: a busy source, of which something is always on its way
        polls.handOver("orders", over(NOON));
        polls.handOver("order-items", over(NOON));
        // When
        polls.handOver("orders", over(NOON.plusSeconds(1), record()));
        polls.handOver("order-items", over(NOON.plusSeconds(1), record()));
        // Then
        assertThat(at()).isEqualTo(NOON.minusSeconds(5));
    }

    private Instant at() {
        return Objects.requireNonNull(polls.due()).at();
    }

    private static Page over(Instant completeTo, SourceRecord... records) {
        return new Page(List.of(records), false, completeTo);
    }

    private static SourceRecord record() {
        return new SourceRecord(Map.of(), Map.of(), "raw.crm.orders", null, "A", null, "same");
    }
}
