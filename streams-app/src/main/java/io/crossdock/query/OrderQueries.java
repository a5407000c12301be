package io.crossdock.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.codec.AvroJson;
import io.crossdock.codec.StatusCodec;
import io.crossdock.contract.HistoryEntry;
import io.crossdock.contract.OrderEntry;
import io.crossdock.contract.OrderSync;
import io.crossdock.contract.OrderVersion;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.status.Projected;
import io.crossdock.order.status.Projection;
import io.crossdock.publish.SyncStore;
import io.crossdock.track.HistoryStore;
import io.crossdock.track.OrderStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Answers about orders, from the stores. */
public final class OrderQueries {

    private final StoreView stores;
    private final Locator locator;
    private final Projection projection;

    /** Queries over {@code stores}; {@code projection} shows orphans, which are never published. */
    public OrderQueries(StoreView stores, Locator locator, Projection projection) {
        this.stores = stores;
        this.locator = locator;
        this.projection = projection;
    }

    /** The order tracked at {@code topmost}, or the orphan held there. */
    public ObjectNode order(Identifier topmost) {
        ReadOnlyKeyValueStore<String, OrderEntry> orders = stores.of(OrderStore.NAME, topmost);
        OrderEntry entry = orders.get(topmost.toString());
        if (entry != null && entry.getStatus() != null) {
            return AvroJson.of(entry.getStatus()).put("orphan", false);
        }
        Projected projected =
                projection.project(topmost, locator.mailbox(topmost).effective());
        ObjectNode orphan = AvroJson.of(StatusCodec.toAvro(
                projected.status(), topmost.toString(), new OrderVersion(0L, 0L), projected.contentHash()));
        return orphan.putNull("orderId").putNull("root").put("orphan", true);
    }

    /** What happened to an order and when, oldest first. */
    public List<ObjectNode> timeline(Identifier topmost) {
        List<ObjectNode> entries = new ArrayList<>();
        ReadOnlyKeyValueStore<String, HistoryEntry> history = stores.of(HistoryStore.NAME, topmost);
        HistoryStore.of(history, topmost).forEach(entry -> entries.add(AvroJson.of(entry)));
        for (OrderSync sync : syncRecords(topmost)) {
            if (sync.getConfirmedAt() != null) {
                HistoryEntry told = HistoryEntry.newBuilder()
                        .setAt(sync.getConfirmedAt())
                        .setWhat("SYNC")
                        .setText(sync.getTarget() + " knows " + sync.getSubject() + " " + sync.getMilestone())
                        .setStatus("")
                        .setVersion(sync.getVersion())
                        .setSubject(sync.getSubject())
                        .setMilestone(sync.getMilestone())
                        .setTarget(sync.getTarget())
                        .setOccurredAt(sync.getOccurredAt())
                        .setSource(sync.getSource())
                        .build();
                entries.add(AvroJson.of(told));
            }
        }
        entries.sort(Comparator.comparing(
                entry -> java.time.Instant.parse(entry.get("at").asText())));
        return entries;
    }

    /** The stamps of an order's milestones to every target. */
    public List<ObjectNode> syncs(Identifier topmost) {
        return syncRecords(topmost).stream().map(AvroJson::of).toList();
    }

    private List<OrderSync> syncRecords(Identifier topmost) {
        ReadOnlyKeyValueStore<String, OrderSync> syncs = stores.of(SyncStore.ALL, topmost);
        return SyncStore.of(syncs, topmost);
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
        String begin = from.after().isEmpty() ? null : from.after() + '\u0000';
        try (KeyValueIterator<String, OrderEntry> entries = orders.range(begin, null)) {
            while (entries.hasNext()) {
                KeyValue<String, OrderEntry> entry = entries.next();
                if (entry.value.getStatus() == null) {
                    continue;
                }
                ObjectNode order = AvroJson.of(entry.value.getStatus());
                if (wanted.test(order)) {
                    items.add(order);
                    if (items.size() == limit) {
                        return new Page(items, new Cursor(from.partition(), entry.key).text());
                    }
                }
            }
        }
        return new Page(items, null);
    }
}
