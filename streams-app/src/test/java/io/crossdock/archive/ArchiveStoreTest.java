package io.crossdock.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.ArchiveChunk;
import io.crossdock.contract.ArchivedEntry;
import io.crossdock.flow.MemoryStores;
import io.crossdock.order.fact.Identifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** What goes into the archive comes out of it byte for byte, in fewer bytes meanwhile. */
class ArchiveStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Identifier ORDER = Identifier.parse("erp:sales-order:SO-1");
    private static final Identifier OTHER = Identifier.parse("erp:sales-order:SO-10");
    private static final AvroBytes<ArchiveChunk> BYTES = new AvroBytes<>(ArchiveChunk.getClassSchema());

    private final KeyValueStore<String, ArchiveChunk> store =
            MemoryStores.of(new MockProcessorContext<Void, Void>(), ArchiveStore.NAME, BYTES);
    private final ArchiveStore archive = new ArchiveStore(store);

    @Test
    void shouldGiveBackWhatItWasGiven() {
        // Given: an order, and one whose name begins alike
        archive.put(ORDER, Section.MAILBOX, NOON, rows(30, "allocated"));
        archive.put(ORDER, Section.ORDER, NOON, rows(3, "shipped"));
        archive.put(OTHER, Section.MAILBOX, NOON, rows(2, "other"));

        // Then
        assertThat(archive.since(ORDER, Section.MAILBOX)).isEqualTo(NOON);
        assertSame(archive.read(ORDER, Section.MAILBOX), rows(30, "allocated"));
        assertSame(archive.take(ORDER, Section.MAILBOX), rows(30, "allocated"));
        assertThat(archive.holds(ORDER, Section.MAILBOX)).isFalse();
        assertThat(archive.read(ORDER, Section.MAILBOX)).isEmpty();
        assertSame(archive.read(ORDER, Section.ORDER), rows(3, "shipped"));
        assertSame(archive.read(OTHER, Section.MAILBOX), rows(2, "other"));
    }

    @Test
    void shouldTakeAQuarterOfWhatItWasGiven() {
        // When: rows that say nearly the same, as those of an order do
        SortedMap<String, byte[]> rows = rows(60, "allocated");
        archive.put(ORDER, Section.MAILBOX, NOON, rows);

        // Then
        assertThat(held()).isLessThan(size(rows) / 4);
    }

    @Test
    void shouldHoldWhatCannotBePackedAsItIs() {
        // Given: one counter, and bytes without any sense
        byte[] noise = new byte[2_000];
        new Random(7).nextBytes(noise);
        archive.put(ORDER, Section.MAILBOX, NOON, new TreeMap<>(Map.of("H", new byte[] {1})));
        archive.put(OTHER, Section.MAILBOX, NOON, new TreeMap<>(Map.of("R", noise)));

        // Then
        store.all()
                .forEachRemaining(chunk -> assertThat(chunk.value.getPacked()).isNull());
        assertThat(archive.read(OTHER, Section.MAILBOX).get("R")).isEqualTo(noise);
    }

    @Test
    void shouldGiveBackInOnePieceWhatLiesInSeveral() {
        // Given: more than a record of a topic may hold
        SortedMap<String, byte[]> rows = rows(12_000, "picked");
        archive.put(ORDER, Section.MAILBOX, NOON, rows);

        // Then
        assertThat(store.approximateNumEntries()).isGreaterThan(3);
        assertSame(archive.take(ORDER, Section.MAILBOX), rows);
        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void shouldReadWhatAnEarlierVersionHeldUnpacked() {
        // Given: two chunks of 0.1.0
        SortedMap<String, byte[]> rows = rows(6, "shipped");
        List<ArchivedEntry> entries = rows.entrySet().stream()
                .map(row -> new ArchivedEntry(row.getKey(), ByteBuffer.wrap(row.getValue())))
                .toList();
        String key = ORDER + "\0MAILBOX\0";
        store.put(key + "0000", new ArchiveChunk(NOON, entries.subList(0, 4), null));
        store.put(key + "0001", new ArchiveChunk(NOON, entries.subList(4, 6), null));

        // When: it comes back, and goes again
        SortedMap<String, byte[]> taken = archive.take(ORDER, Section.MAILBOX);
        archive.put(ORDER, Section.MAILBOX, NOON.plusSeconds(9), taken);

        // Then
        assertSame(taken, rows);
        assertSame(archive.read(ORDER, Section.MAILBOX), rows);
        assertThat(archive.since(ORDER, Section.MAILBOX)).isEqualTo(NOON.plusSeconds(9));
    }

    private static SortedMap<String, byte[]> rows(int count, String what) {
        SortedMap<String, byte[]> rows = new TreeMap<>();
        for (int number = 0; number < count; number++) {
            String value = "wms-east:order-line W-1/" + number + " " + what + " 10.000 EA at 2026-11-20T23:45:21.120Z";
            rows.put("R" + number, value.getBytes(StandardCharsets.UTF_8));
        }
        return rows;
    }

    private static void assertSame(SortedMap<String, byte[]> found, SortedMap<String, byte[]> expected) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((key, value) -> assertThat(found.get(key)).as(key).isEqualTo(value));
    }

    private static long size(SortedMap<String, byte[]> rows) {
        return rows.entrySet().stream()
                .mapToLong(row -> row.getKey().length() + row.getValue().length)
                .sum();
    }

    private long held() {
        long[] sum = new long[1];
        store.all()
                .forEachRemaining(chunk ->
                        sum[0] += Objects.requireNonNull(BYTES.serialize(ArchiveStore.NAME, chunk.value)).length);
        return sum[0];
    }
}
