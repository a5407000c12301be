package io.crossdock.correlate;

import io.crossdock.archive.ArchiveStore;
import io.crossdock.archive.Section;
import io.crossdock.codec.AvroBytes;
import io.crossdock.codec.FactCodec;
import io.crossdock.contract.ArchiveChunk;
import io.crossdock.contract.MailboxHead;
import io.crossdock.contract.MailboxRow;
import io.crossdock.flow.Recent;
import io.crossdock.flow.Room;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.mailbox.Head;
import io.crossdock.order.mailbox.Mailbox;
import io.crossdock.order.mailbox.Row;
import io.crossdock.order.mailbox.RowChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The store {@code mailboxes}: one record per (mailbox, factKey, sender), so that an event costs its own row and not the whole
 * order, and one head per mailbox that outlives its rows.
 */
public final class MailboxStore {

    /** Name of the store. */
    public static final String NAME = "mailboxes";

    private static final char END = '\u0000';
    private static final String HEAD = END + "H";
    private static final String ROW = END + "R";

    /** In the archive: the mailbox above whose name follows is forgotten. */
    private static final String GONE = END + "F";

    /** Of a mailbox and of a fact in it, decoded, about. */
    private static final long BYTES_A_MAILBOX = 1_200;

    private static final long BYTES_A_FACT = 1_500;

    private static final AvroBytes<MailboxRow> ROWS = new AvroBytes<>(MailboxRow.getClassSchema());
    private static final AvroBytes<MailboxHead> HEADS = new AvroBytes<>(MailboxHead.getClassSchema());

    private final KeyValueStore<String, byte[]> store;
    private final ArchiveStore archive;
    private final IdentifierTypes types;
    private final Recent<Opened> decoded;

    /**
     * A mailbox that was touched.
     *
     * @param mailbox decoded
     * @param archived true if its state lies in the archive
     */
    private record Opened(Mailbox mailbox, boolean archived) {}

    /** The mailboxes of one task, live and archived. */
    MailboxStore(KeyValueStore<String, byte[]> store, ArchiveStore archive, IdentifierTypes types, Room room) {
        this.decoded = new Recent<>(room);
        this.store = store;
        this.archive = archive;
        this.types = types;
    }

    /** How the store is built. */
    public static StoreBuilder<KeyValueStore<String, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.ByteArray());
    }

    /** The mailbox of an identifier, live or archived, decoded once and kept; an empty one if nobody wrote to it yet. */
    Mailbox open(Identifier self) {
        return opened(self).mailbox();
    }

    /** True if its state lies in the archive. */
    boolean archived(Identifier self) {
        return opened(self).archived();
    }

    private Opened opened(Identifier self) {
        Opened known = decoded.get(self);
        if (known != null) {
            return known;
        }
        SortedMap<String, byte[]> live = live(store, self);
        boolean archived = live.isEmpty() && archive.holds(self, Section.MAILBOX);
        Mailbox mailbox = decode(self, archived ? archive.read(self, Section.MAILBOX) : live, types);
        return keep(mailbox, archived);
    }

    private Opened keep(Mailbox mailbox, boolean archived) {
        Opened opened = new Opened(mailbox, archived);
        decoded.put(
                mailbox.self(), opened, BYTES_A_MAILBOX + mailbox.effective().size() * BYTES_A_FACT);
        return opened;
    }

    /** Writes what one step changed; an archived mailbox comes back first. Answers whether it did. */
    boolean save(Identifier self, List<RowChange> changes, @Nullable Head head) {
        boolean revived = (!changes.isEmpty() || head != null) && archived(self);
        if (revived) {
            archive.take(self, Section.MAILBOX).forEach((key, value) -> {
                if (!key.startsWith(GONE)) {
                    store.put(self + key, value);
                }
            });
        }
        for (RowChange change : changes) {
            Row row = change.row();
            store.put(
                    self + rowKey(change.key(), change.via()), row == null ? null : ROWS.serialize(NAME, toAvro(row)));
        }
        if (head != null) {
            store.put(self + HEAD, bytes(head));
        }
        if (revived || !changes.isEmpty()) {
            keep(open(self), false);
        }
        return revived;
    }

    void close() {
        decoded.close();
    }

    /** Moves a live mailbox into the archive as it is. Answers which mailboxes told it what it holds. */
    SortedSet<Identifier> archive(Identifier self, Instant at) {
        SortedMap<String, byte[]> entries = live(store, self);
        archive.put(self, Section.MAILBOX, at, entries);
        entries.keySet().forEach(key -> store.delete(self + key));
        keep(open(self), true);
        return children(entries);
    }

    private static SortedSet<Identifier> children(SortedMap<String, byte[]> entries) {
        SortedSet<Identifier> children = new TreeSet<>();
        for (String key : entries.keySet()) {
            String via = key.substring(key.lastIndexOf(END) + 1);
            if (isRow(key) && !via.equals(Row.HOME)) {
                children.add(Identifier.parse(via));
            }
        }
        return children;
    }

    /**
     * Keeps of an archived mailbox nothing but the counters that must never start again, once all above it are forgotten.
     *
     * @param above the one that is; the mailbox itself if it is the topmost
     * @return those below, if it is forgotten now
     */
    SortedSet<Identifier> forget(Identifier self, Identifier above, Instant at) {
        Instant since = archive.since(self, Section.MAILBOX);
        if (since == null) {
            return new TreeSet<>();
        }
        SortedMap<String, byte[]> entries = archive.take(self, Section.MAILBOX);
        entries.put(GONE + above, bytes(Head.NONE));
        boolean all = open(self).parents().stream().allMatch(parent -> entries.containsKey(GONE + parent));
        if (!all) {
            archive.put(self, Section.MAILBOX, since, entries);
            return new TreeSet<>();
        }
        archive.put(self, Section.MAILBOX, at, new TreeMap<>(Map.of(HEAD, bytes(counters(entries)))));
        decoded.remove(self);
        return children(entries);
    }

    private static Head counters(SortedMap<String, byte[]> entries) {
        Head kept = Head.NONE;
        long seq = 0;
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (entry.getKey().equals(HEAD)) {
                kept = head(HEADS.read(entry.getValue()));
            } else if (isRow(entry.getKey())) {
                seq = Math.max(seq, ROWS.read(entry.getValue()).getHeadSeq());
            }
        }
        return new Head(Math.max(seq, kept.seq()), kept.floors());
    }

    /** Reads a mailbox from any view of the stores; an empty one if nobody wrote to it yet. */
    public static Mailbox read(
            ReadOnlyKeyValueStore<String, byte[]> store,
            ReadOnlyKeyValueStore<String, ArchiveChunk> archive,
            Identifier self,
            IdentifierTypes types) {
        SortedMap<String, byte[]> live = live(store, self);
        return decode(self, live.isEmpty() ? ArchiveStore.read(archive, self, Section.MAILBOX) : live, types);
    }

    private static SortedMap<String, byte[]> live(ReadOnlyKeyValueStore<String, byte[]> store, Identifier self) {
        SortedMap<String, byte[]> found = new TreeMap<>();
        String id = self.toString();
        try (KeyValueIterator<String, byte[]> entries = store.prefixScan(id + END, new StringSerializer())) {
            entries.forEachRemaining(entry -> found.put(entry.key.substring(id.length()), entry.value));
        }
        return found;
    }

    private static Mailbox decode(Identifier self, SortedMap<String, byte[]> entries, IdentifierTypes types) {
        List<Row> rows = new ArrayList<>();
        Head head = Head.NONE;
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (entry.getKey().equals(HEAD)) {
                head = head(HEADS.read(entry.getValue()));
            } else if (isRow(entry.getKey())) {
                rows.add(fromAvro(entry.getKey(), ROWS.read(entry.getValue())));
            }
        }
        return Mailbox.restore(self, types, head, rows);
    }

    private static byte[] bytes(Head head) {
        Map<String, Long> floors = new TreeMap<>();
        head.floors().forEach((via, floor) -> floors.put(via.toString(), floor));
        return Objects.requireNonNull(HEADS.serialize(NAME, new MailboxHead(head.seq(), floors)));
    }

    static boolean isRow(String key) {
        return key.startsWith(ROW);
    }

    static Row row(String key, byte[] value) {
        return fromAvro(key, ROWS.read(value));
    }

    /** Hands on home and key of a row that is at home where it lies; any other entry is passed over. */
    static void homeRow(String entry, BiConsumer<Identifier, FactKey> to) {
        int row = entry.indexOf(ROW);
        int via = entry.lastIndexOf(END);
        if (row > 0 && via == entry.length() - 1) {
            to.accept(
                    Identifier.parse(entry.substring(0, row)), FactKey.parse(entry.substring(row + ROW.length(), via)));
        }
    }

    static String rowKey(FactKey key, String via) {
        return ROW + key + END + via;
    }

    private static Head head(MailboxHead head) {
        Map<Identifier, Long> floors = new TreeMap<>();
        head.getFloors().forEach((via, floor) -> floors.put(Identifier.parse(via), floor));
        return new Head(head.getSeq(), floors);
    }

    private static MailboxRow toAvro(Row row) {
        return new MailboxRow(avro(row.fact()), avro(row.deletion()), row.seq(), row.headSeq());
    }

    private static Row fromAvro(String key, MailboxRow row) {
        int end = key.lastIndexOf(END);
        FactKey factKey = FactKey.parse(key.substring(2, end));
        return new Row(
                factKey,
                key.substring(end + 1),
                fact(row.getFact()),
                fact(row.getDeletion()),
                row.getSeq(),
                row.getHeadSeq());
    }

    private static io.crossdock.contract.@Nullable Fact avro(@Nullable Fact fact) {
        return fact == null ? null : FactCodec.toAvro(fact);
    }

    private static @Nullable Fact fact(io.crossdock.contract.@Nullable Fact fact) {
        return fact == null ? null : FactCodec.fromAvro(fact);
    }
}
