package io.crossdock.track;

import io.crossdock.archive.ArchiveStore;
import io.crossdock.archive.Section;
import io.crossdock.archive.Shelf;
import io.crossdock.codec.FactCodec;
import io.crossdock.contract.HistoryEntry;
import io.crossdock.contract.OrderArchive;
import io.crossdock.contract.OrderEntry;
import io.crossdock.contract.OrderStatus;
import io.crossdock.flow.NodeName;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Moves the status and the history of an order into the archive and back, and tells {@code orders.archive}. */
final class OrderFiles {

    /** Some 400 kB: well below the largest record a broker takes. */
    private static final int FACTS_A_RECORD = 1_000;

    private final ProcessorContext<String, Object> context;
    private final ArchiveStore archive;
    private final OrderStore orders;
    private final Shelf<HistoryEntry> history;

    OrderFiles(
            ProcessorContext<String, Object> context,
            ArchiveStore archive,
            OrderStore orders,
            Shelf<HistoryEntry> history) {
        this.context = context;
        this.archive = archive;
        this.orders = orders;
        this.history = history;
    }

    /** Archives an order as it stands. */
    void archive(Identifier self, OrderStatus status, Collection<Fact> facts, Instant now, Record<String, ?> cause) {
        List<io.crossdock.contract.Fact> all =
                facts.stream().map(FactCodec::toAvro).toList();
        int parts = Math.max(1, (all.size() + FACTS_A_RECORD - 1) / FACTS_A_RECORD);
        for (int part = 0; part < parts; part++) {
            OrderArchive record = OrderArchive.newBuilder()
                    .setOrderId(status.getOrderId())
                    .setArchivedAt(now)
                    .setPart(part)
                    .setParts(parts)
                    .setStatus(part == 0 ? status : null)
                    .setFacts(all.subList(part * FACTS_A_RECORD, Math.min(all.size(), (part + 1) * FACTS_A_RECORD)))
                    .build();
            tell(status.getOrderId(), part, record, cause);
        }
        OrderEntry entry = Objects.requireNonNull(orders.find(self));
        orders.put(self, OrderEntry.newBuilder(entry).setArchiveParts(parts).build());
        SortedMap<String, byte[]> entries = new TreeMap<>();
        orders.clearInto(entries, self);
        history.clearInto(entries, self);
        archive.put(self, Section.ORDER, now, entries);
    }

    /** Takes an archived order back; answers whether it was archived. */
    boolean restore(Identifier self, Record<String, ?> cause) {
        if (orders.find(self) != null || !archive.holds(self, Section.ORDER)) {
            return false;
        }
        SortedMap<String, byte[]> entries = archive.take(self, Section.ORDER);
        orders.restoreFrom(entries, self);
        history.restoreFrom(entries, self);
        end(OrderStore.archivedEntry(entries), cause);
        return true;
    }

    /** Keeps nothing of an archived order but its versions; answers what is left, null if there was no order. */
    @Nullable
    OrderEntry forget(Identifier self, Instant now, Record<String, ?> cause) {
        OrderEntry entry = OrderStore.archivedEntry(archive.read(self, Section.ORDER));
        if (entry == null) {
            return null;
        }
        archive.take(self, Section.ORDER);
        end(entry, cause);
        archive.put(self, Section.ORDER, now, OrderStore.forgotten(entry));
        return entry;
    }

    private void end(@Nullable OrderEntry entry, Record<String, ?> cause) {
        for (int part = 0; entry != null && part < entry.getArchiveParts(); part++) {
            tell(entry.getOrderId(), part, null, cause);
        }
    }

    private void tell(String orderId, int part, @Nullable OrderArchive record, Record<String, ?> cause) {
        String key = part == 0 ? orderId : orderId + "|" + part;
        context.forward(cause.withKey(key).withValue((Object) record), NodeName.SINK_ARCHIVE);
    }
}
