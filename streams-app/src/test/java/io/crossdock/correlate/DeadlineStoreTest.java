package io.crossdock.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.LoggedLines;
import io.crossdock.contract.Deadline;
import io.crossdock.flow.Wake;
import io.crossdock.order.fact.Identifier;
import java.io.File;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** R142: deadlines are read from where the last reading ended. */
class DeadlineStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Identifier ORDER = Identifier.parse("erp:sales-order:SO-1");

    @RegisterExtension
    final LoggedLines log = new LoggedLines("org.apache.kafka.streams.state");

    private KeyValueStore<Bytes, Deadline> store;
    private DeadlineStore deadlines;

    @BeforeEach
    void empty(@TempDir File state) {
        var context = new MockProcessorContext<Void, Void>(new Properties(), new TaskId(0, 0), state);
        store = DeadlineStore.builder().withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        deadlines = new DeadlineStore(store);
    }

    @AfterEach
    void closed() {
        store.close();
    }

    @Test
    void shouldTakeWhatIsDueOldestFirst() {
        // Given
        deadlines.put(NOON.plusSeconds(2), Wake.LIMIT, ORDER);
        deadlines.put(NOON, Wake.LIMIT, ORDER);
        deadlines.put(NOON.plusSeconds(9), Wake.LIMIT, ORDER);

        // When
        List<Deadline> due = deadlines.take(NOON.plusSeconds(2), 10);

        // Then
        assertThat(due).extracting(Deadline::getDueAt).containsExactly(NOON, NOON.plusSeconds(2));
        assertThat(deadlines.isDue(NOON.plusSeconds(8))).isFalse();
        assertThat(deadlines.isDue(NOON.plusSeconds(9))).isTrue();
    }

    @Test
    void shouldTakeAtOnceWhatWasDueBeforeTheLastReadingEnded() {
        // Given
        deadlines.put(NOON, Wake.LIMIT, ORDER);
        deadlines.take(NOON, 10);

        // When
        deadlines.put(NOON.minusSeconds(60), Wake.LIMIT, ORDER);

        // Then
        assertThat(deadlines.take(NOON, 10)).hasSize(1);
    }

    @Test
    void shouldAnswerQuietlyForATimeBeforeTheLastReadingEnded() {
        // Given
        deadlines.put(NOON, Wake.LIMIT, ORDER);
        deadlines.take(NOON, 10);

        // When
        boolean due = deadlines.isDue(NOON.minusSeconds(60));

        // Then
        assertThat(due).isFalse();
        assertThat(deadlines.take(NOON.minusSeconds(60), 10)).isEmpty();
        assertThat(log.said()).isEmpty();
    }
}
