package io.crossdock.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.contract.HistoryEntry;
import io.crossdock.contract.OrderVersion;
import io.crossdock.order.fact.Identifier;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryStoreTest {

    private static final Identifier ORDER = Identifier.parse("erp:sales-order:SO-1");
    private static final Identifier ITS_NEIGHBOUR = Identifier.parse("erp:sales-order:SO-10");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path directory;

    private KeyValueStore<String, HistoryEntry> store;
    private HistoryStore history;

    @BeforeEach
    void open() {
        Properties config = new Properties();
        config.put("application.id", "history");
        config.put("bootstrap.servers", "none:1");
        config.put("default.key.serde", Serdes.StringSerde.class);
        MockProcessorContext<String, HistoryEntry> context = new MockProcessorContext<>(
                config, new org.apache.kafka.streams.processor.TaskId(0, 0), directory.toFile());
        store = HistoryStore.builder().withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        history = new HistoryStore(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void shouldTellTheChangesOfOneOrderOldestFirst() {
        // Given
        history.put(ORDER, 0, entry("captured", 0));
        history.put(ORDER, 1, entry("accepted", 1));
        history.put(ITS_NEIGHBOUR, 0, entry("another order", 0));

        // When
        var changes = HistoryStore.of(store, ORDER);

        // Then
        assertThat(changes).extracting(HistoryEntry::getText).containsExactly("captured", "accepted");
    }

    @Test
    void shouldForgetTheOldestWhenThereAreMoreThanItKeeps() {
        // Given
        for (int number = 0; number <= HistoryStore.KEPT; number++) {
            history.put(ORDER, number, entry("change " + number, number));
        }

        // When
        var changes = HistoryStore.of(store, ORDER);

        // Then
        assertThat(changes).hasSize(HistoryStore.KEPT);
        assertThat(changes.getFirst().getText()).isEqualTo("change 1");
        assertThat(changes.getLast().getText()).isEqualTo("change " + HistoryStore.KEPT);
    }

    @Test
    void shouldHoldTwelveHundredChangesInTheRoomOfFiveHundred() {
        // Given: facts, statuses and what targets were told, one after the other in one ring
        List<String> kinds = List.of("FACT", "STATUS", "SYNC");
        Journal journal = new Journal(history, ORDER, 0);
        for (int number = 0; number < 1_200; number++) {
            journal.accept(HistoryEntry.newBuilder(entry("change " + number, number))
                    .setWhat(kinds.get(number % 3))
                    .build());
        }

        // When:
        var changes = HistoryStore.of(store, ORDER);

        // Then:
        assertThat(changes).hasSize(HistoryStore.KEPT);
        assertThat(changes.getFirst().getText()).isEqualTo("change 700");
        assertThat(changes).extracting(HistoryEntry::getWhat).contains("FACT", "STATUS", "SYNC");
        assertThat(journal.written()).isEqualTo(1_200);
        try (var entries = store.all()) {
            int kept = 0;
            while (entries.hasNext()) {
                entries.next();
                kept++;
            }
            assertThat(kept).isEqualTo(HistoryStore.KEPT);
        }
    }

    private static HistoryEntry entry(String text, int second) {
        return HistoryEntry.newBuilder()
                .setAt(NOON.plusSeconds(second))
                .setWhat("FACT")
                .setText(text)
                .setStatus("OPEN")
                .setVersion(new OrderVersion(1L, 1L))
                .build();
    }
}
