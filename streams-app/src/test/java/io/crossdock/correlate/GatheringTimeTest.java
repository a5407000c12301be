package io.crossdock.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.contract.Gathered;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
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
        int left = gathering.each(() -> given.size() < 2, this::take);

        // Then
        assertThat(left).as("a mailbox and its fact").isEqualTo(2);
        assertThat(given).containsExactly(FIRST, SECOND);
    }

    @Test
    void shouldGiveTheOthersTheNextTime() {
        // Given
        gathering.each(() -> given.size() < 2, this::take);

        // When
        tell(FIRST);
        int left = gathering.each(() -> true, this::take);

        // Then
        assertThat(left).isZero();
        assertThat(given).containsExactly(FIRST, SECOND, THIRD, FIRST);
    }

    @Test
    void shouldGiveTheOthersInTheNextLifeOfTheTask() {
        // Given
        gathering.each(() -> given.size() < 2, this::take);

        // When
        gathering = new Gathering(store, () -> 0);
        int left = gathering.each(() -> true, this::take);

        // Then
        assertThat(left).isZero();
        assertThat(given).containsExactly(FIRST, SECOND, THIRD);
    }

    /** Else a fact of a wide order wrote anew all that came before it in the same moment. */
    @Test
    void shouldWriteFewFactsInARow() {
        // When
        tellLines(100);

        // Then
        assertThat(rows().map(row -> row.value.getChanged().size())).containsExactlyInAnyOrder(32, 32, 32, 5, 1, 1);
    }

    @Test
    void shouldTellAllRowsOfAMailboxInTheNextLifeOfTheTask() {
        // Given
        tellLines(100);

        // When
        gathering = new Gathering(store, () -> 0);
        tellLines(110);
        SortedSet<FactKey> changed =
                Objects.requireNonNull(gathering.take(FIRST)).changed();

        // Then
        assertThat(changed).hasSize(111);
        assertThat(rows().map(row -> row.key)).containsExactlyInAnyOrder(SECOND.toString(), THIRD.toString());
    }

    /** One that only became the one that speaks for its order. */
    @Test
    void shouldGiveAMailboxThatWasToldNoFactInTheNextLifeOfTheTask() {
        // Given
        Identifier fourth = Identifier.parse("erp:sales-order:SO-4");
        gathering.add(fourth, new TreeSet<>(), new Record<>("none", "told", 0));

        // When
        gathering = new Gathering(store, () -> 0);
        int left = gathering.each(() -> true, this::take);

        // Then
        assertThat(left).isZero();
        assertThat(given).contains(fourth);
        assertThat(rows()).isEmpty();
    }

    @Test
    void shouldTakeALongRowOfAnEarlierVersion() {
        // Given
        List<String> long100 =
                IntStream.range(0, 100).mapToObj(line -> line(line).toString()).toList();
        store.put(FIRST.toString(), new Gathered(long100));

        // When
        gathering = new Gathering(store, () -> 0);
        tellLines(101);
        SortedSet<FactKey> changed =
                Objects.requireNonNull(gathering.take(FIRST)).changed();

        // Then
        assertThat(changed).hasSize(101);
        assertThat(rows()).hasSize(2);
    }

    private Stream<KeyValue<String, Gathered>> rows() {
        List<KeyValue<String, Gathered>> rows = new ArrayList<>();
        try (KeyValueIterator<String, Gathered> all = store.all()) {
            all.forEachRemaining(rows::add);
        }
        return rows.stream();
    }

    /** The first order gets so many lines, one after the other. */
    private void tellLines(int lines) {
        for (int line = 0; line < lines; line++) {
            gathering.add(FIRST, new TreeSet<>(List.of(line(line))), new Record<>("line", "told", 0));
        }
    }

    private static FactKey line(int number) {
        return new FactKey("erp", "sales-order-lines", "erp:sales-order-line:SO-2:" + number);
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
