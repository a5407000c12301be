package io.crossdock.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.contract.Gathered;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R201: what a moment left no time for is handed on in the next, and first. */
class GatheringTimeTest {

    private static final Identifier FIRST = Identifier.parse("erp:sales-order:SO-2");
    private static final Identifier SECOND = Identifier.parse("erp:sales-order:SO-3");
    private static final Identifier THIRD = Identifier.parse("erp:sales-order:SO-1");

    private final List<Identifier> given = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Gathered> store;

    @SuppressWarnings("NullAway.Init")
    private Gathering gathering;

    @BeforeEach
    void three(@TempDir File state) {
        var context = new MockProcessorContext<Void, Void>(new Properties(), new TaskId(0, 0), state);
        store = Gathering.builder().withLoggingDisabled().withCachingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        gathering = new Gathering(store, () -> 0);
        List.of(FIRST, SECOND, THIRD).forEach(this::tell);
    }

    @AfterEach
    void closed() {
        store.close();
    }

    @Test
    void shouldGiveThoseThatHaveWaitedLongestAsLongAsThereIsTime() {
        // When
        boolean all = gathering.each(() -> given.size() < 2, this::take);

        // Then
        assertThat(all).isFalse();
        assertThat(given).containsExactly(FIRST, SECOND);
    }

    @Test
    void shouldGiveTheOthersTheNextTime() {
        // Given
        gathering.each(() -> given.size() < 2, this::take);

        // When
        tell(FIRST);
        boolean all = gathering.each(() -> true, this::take);

        // Then
        assertThat(all).isTrue();
        assertThat(given).containsExactly(FIRST, SECOND, THIRD, FIRST);
    }

    @Test
    void shouldGiveTheOthersInTheNextLifeOfTheTask() {
        // Given
        gathering.each(() -> given.size() < 2, this::take);

        // When
        gathering = new Gathering(store, () -> 0);
        boolean all = gathering.each(() -> true, this::take);

        // Then
        assertThat(all).isTrue();
        assertThat(given).containsExactly(FIRST, SECOND, THIRD);
    }

    private void tell(Identifier self) {
        FactKey key = new FactKey("erp", "sales-orders", self.toString());
        gathering.add(self, new TreeSet<>(List.of(key)), new Record<>(self.toString(), "told", 0));
    }

    private void take(Identifier self) {
        given.add(self);
        assertThat(gathering.take(self)).isNotNull();
    }
}
