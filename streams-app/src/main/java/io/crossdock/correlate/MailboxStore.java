package io.crossdock.correlate;

import io.crossdock.codec.AvroBytes;
import io.crossdock.codec.FactCodec;
import io.crossdock.contract.MailboxHead;
import io.crossdock.contract.MailboxRow;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.mailbox.Head;
import io.crossdock.order.mailbox.Mailbox;
import io.crossdock.order.mailbox.Row;
import io.crossdock.order.mailbox.RowChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
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
    private static final AvroBytes<MailboxRow> ROWS = new AvroBytes<>(MailboxRow.getClassSchema());
    private static final AvroBytes<MailboxHead> HEADS = new AvroBytes<>(MailboxHead.getClassSchema());

    private final KeyValueStore<String, byte[]> store;
    private final IdentifierTypes types;
    private final DecodedMailboxes decoded = new DecodedMailboxes();

    /** The mailboxes of one task. */
    public MailboxStore(KeyValueStore<String, byte[]> store, IdentifierTypes types) {
        this.store = store;
        this.types = types;
    }

    /** How the store is built. */
    public static StoreBuilder<KeyValueStore<String, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.String(), Serdes.ByteArray());
    }

    /** The mailbox of an identifier, decoded once and kept; an empty one if nobody wrote to it yet. */
    Mailbox open(Identifier self) {
        return decoded.computeIfAbsent(self, id -> read(store, id, types));
    }

    /** Writes what one step changed. */
    void save(Identifier self, List<RowChange> changes, @Nullable Head head) {
        for (RowChange change : changes) {
            Row row = change.row();
            store.put(rowKey(self, change.key(), change.via()), row == null ? null : ROWS.serialize(NAME, toAvro(row)));
        }
        if (head != null) {
            Map<String, Long> floors = new TreeMap<>();
            head.floors().forEach((via, floor) -> floors.put(via.toString(), floor));
            store.put(headKey(self), HEADS.serialize(NAME, new MailboxHead(head.seq(), floors)));
        }
    }

    /** Reads a mailbox from any view of the store; an empty one if nobody wrote to it yet. */
    public static Mailbox read(ReadOnlyKeyValueStore<String, byte[]> store, Identifier self, IdentifierTypes types) {
        List<Row> rows = new ArrayList<>();
        Head head = Head.NONE;
        try (KeyValueIterator<String, byte[]> entries =
                store.prefixScan(self.toString() + END, new StringSerializer())) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                if (entry.key.equals(headKey(self))) {
                    head = head(HEADS.read(entry.value));
                } else {
                    rows.add(fromAvro(entry.key, ROWS.read(entry.value)));
                }
            }
        }
        return Mailbox.restore(self, types, head, rows);
    }

    private static String headKey(Identifier self) {
        return self.toString() + END + 'H';
    }

    private static String rowKey(Identifier self, FactKey key, String via) {
        return self.toString() + END + 'R' + key + END + via;
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
        int start = key.indexOf(END);
        FactKey factKey = FactKey.parse(key.substring(start + 2, end));
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
