package io.crossdock.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.archive.ArchiveStore;
import io.crossdock.archive.Section;
import io.crossdock.codec.AvroJson;
import io.crossdock.codec.StatusCodec;
import io.crossdock.contract.ExceptionEntry;
import io.crossdock.contract.HistoryEntry;
import io.crossdock.contract.OrderEntry;
import io.crossdock.contract.OrderPart;
import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OrderSync;
import io.crossdock.contract.OrderVersion;
import io.crossdock.contract.OutboxEntry;
import io.crossdock.contract.SwitchState;
import io.crossdock.exceptions.ExceptionStore;
import io.crossdock.order.explain.Explanation;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.status.Projected;
import io.crossdock.order.status.Projection;
import io.crossdock.publish.OutboxStore;
import io.crossdock.publish.SyncStore;
import io.crossdock.publish.TargetTally;
import io.crossdock.switches.SwitchStore;
import io.crossdock.track.HistoryStore;
import io.crossdock.track.OrderStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Answers about orders, from the stores. */
public final class OrderQueries {

    /** Where an exception is kept, by {@link #PARTITION} and {@link #KEY}: for other instances, not for clients. */
    public static final String KEPT = "kept";

    public static final String PARTITION = "partition";
    public static final String KEY = "key";

    private final StoreView stores;
    private final Mailboxes mailboxes;
    private final Projection projection;
    private final IdentifierTypes types;

    /** Queries over {@code stores}; {@code projection} shows orphans, which are never published. */
    public OrderQueries(StoreView stores, Projection projection, IdentifierTypes types) {
        this.stores = stores;
        this.mailboxes = new Mailboxes(stores, types);
        this.projection = projection;
        this.types = types;
    }

    /**
     * What a mailbox says about the way up.
     *
     * @throws NotReadyException if it is not in these stores
     */
    public Rung rung(Identifier mailbox) {
        return mailboxes.rung(mailbox);
    }

    /** The order tracked at {@code topmost}, or the orphan held there. */
    public ObjectNode order(Identifier topmost) {
        ReadOnlyKeyValueStore<String, OrderEntry> orders = stores.of(OrderStore.NAME, topmost);
        OrderEntry entry = orders.get(topmost.toString());
        if (entry != null && entry.getStatus() != null) {
            ReadOnlyKeyValueStore<String, OrderPart> parts = stores.of(OrderStore.PARTS, topmost);
            OrderStatus status = OrderStore.whole(parts, topmost.toString(), entry.getStatus());
            return AvroJson.of(status).put("orphan", false).put("archived", false);
        }
        OrderStatus archived = entry == null ? OrderStore.archived(archived(topmost, Section.ORDER)) : null;
        if (archived != null) {
            return AvroJson.of(archived).put("orphan", false).put("archived", true);
        }
        Projected projected = projection.project(topmost, mailboxes.of(topmost).effective());
        ObjectNode orphan = AvroJson.of(StatusCodec.toAvro(
                projected.status(), topmost.toString(), new OrderVersion(0L, 0L), projected.contentHash()));
        return orphan.putNull("orderId").putNull("root").put("orphan", true).put("archived", false);
    }

    /** Why an order, or an orphan, is what it is. */
    public ObjectNode explain(Identifier topmost) {
        return ExplanationJson.of(Explanation.of(topmost, mailboxes.of(topmost).effective(), types));
    }

    /** What happened to an order and when, oldest first. */
    public List<ObjectNode> timeline(Identifier topmost) {
        ReadOnlyKeyValueStore<String, HistoryEntry> history = stores.of(HistoryStore.NAME, topmost);
        List<HistoryEntry> live = HistoryStore.of(history, topmost);
        return Timeline.of(live.isEmpty() ? HistoryStore.archived(archived(topmost, Section.ORDER)) : live);
    }

    /** The stamps of an order's milestones to every target. */
    public List<ObjectNode> syncs(Identifier topmost) {
        ReadOnlyKeyValueStore<String, OrderSync> syncs = stores.of(SyncStore.ALL, topmost);
        List<OrderSync> live = SyncStore.of(syncs, topmost);
        List<OrderSync> all = live.isEmpty() ? SyncStore.archived(archived(topmost, Section.TARGETS)) : live;
        return all.stream().map(AvroJson::of).toList();
    }

    private SortedMap<String, byte[]> archived(Identifier topmost, Section section) {
        return ArchiveStore.read(stores.of(ArchiveStore.NAME, topmost), topmost, section);
    }

    /** Exceptions of the partitions of this instance that are not resolved, each with where it is {@link #KEPT}. */
    public List<ObjectNode> exceptions() {
        List<ObjectNode> open = new ArrayList<>();
        for (int partition : stores.partitionsHere()) {
            ReadOnlyKeyValueStore<String, ExceptionEntry> store = stores.partition(ExceptionStore.NAME, partition);
            ExceptionStore.open(store, (key, exception) -> {
                ObjectNode item = AvroJson.of(exception);
                item.putObject(KEPT).put(PARTITION, partition).put(KEY, key);
                open.add(item);
            });
        }
        return open;
    }

    /** How each of {@code names} was switched in each partition of this instance: one item a name and partition. */
    public List<ObjectNode> switches(Collection<String> names) {
        List<ObjectNode> items = new ArrayList<>();
        for (ReadOnlyKeyValueStore<String, SwitchState> store : stores.<SwitchState>all(SwitchStore.NAME)) {
            names.forEach(name -> items.add(TargetJson.of(name, store.get(name), null)));
        }
        return items;
    }

    /** How every target stands with the orders of each partition of this instance: one item a target and partition. */
    public List<ObjectNode> targets(Collection<String> targets) {
        List<ObjectNode> items = new ArrayList<>();
        for (int partition : stores.partitionsHere()) {
            ReadOnlyKeyValueStore<String, OutboxEntry> outbox = stores.partition(OutboxStore.NAME, partition);
            ReadOnlyKeyValueStore<String, SwitchState> switches = stores.partition(SwitchStore.NAME, partition);
            Map<String, TargetTally> tallies = TargetTally.of(outbox);
            for (String target : targets) {
                items.add(TargetJson.of(target, switches.get(target), tallies.get(target)));
            }
        }
        return items;
    }

    /**
     * Orders of one partition that this instance holds.
     *
     * @param wanted which orders
     * @param limit at most so many
     * @param from the partition, and the key after which to begin
     */
    public Page list(Predicate<ObjectNode> wanted, int limit, Cursor from) {
        List<ObjectNode> items = new ArrayList<>();
        ReadOnlyKeyValueStore<String, OrderEntry> orders = stores.partition(OrderStore.NAME, from.partition());
        ReadOnlyKeyValueStore<String, OrderPart> parts = stores.partition(OrderStore.PARTS, from.partition());
        String begin = from.after().isEmpty() ? null : from.after() + '\u0000';
        try (KeyValueIterator<String, OrderEntry> entries = orders.range(begin, null)) {
            while (entries.hasNext()) {
                KeyValue<String, OrderEntry> entry = entries.next();
                if (entry.value.getStatus() == null) {
                    continue;
                }
                // The head decides: what is not wanted is not put together.
                OrderStatus head = entry.value.getStatus();
                if (wanted.test(AvroJson.of(head))) {
                    items.add(AvroJson.of(OrderStore.whole(parts, entry.key, head)));
                    if (items.size() == limit) {
                        return new Page(items, new Cursor(from.partition(), entry.key).text());
                    }
                }
            }
        }
        return new Page(items, null);
    }
}
