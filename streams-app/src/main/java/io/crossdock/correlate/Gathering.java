package io.crossdock.correlate;

import io.crossdock.codec.AvroBytes;
import io.crossdock.contract.Gathered;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Mailboxes that were told something and are not handed on yet. The rows of a document come one after the other within milliseconds; an
 * order is projected once for all that a moment brings, not once for each of them (R201).
 *
 * <p>The store holds what a commit would find not handed on. It is cached, so that what is put and deleted between two commits is
 * written once, as deleted.
 */
public final class Gathering {

    /** Name of the store. */
    public static final String NAME = "gathered";

    private final GatheredRows rows;
    private final LongSupplier clock;
    private final Map<Identifier, News> waiting = new LinkedHashMap<>();
    private int facts;
    private boolean goesOn;

    /**
     * What a mailbox was told.
     *
     * @param changed keys of the facts that changed
     * @param cause the record that told the last of it, with the time of the one that told the first
     */
    record News(SortedSet<FactKey> changed, Record<String, ?> cause) {}

    /** {@code clock} says when what the task's last life has left is told to have come, milliseconds since 1970-01-01T00:00Z. */
    Gathering(KeyValueStore<String, Gathered> store, LongSupplier clock) {
        this.rows = new GatheredRows(store);
        this.clock = clock;
    }

    /** How the store is built. */
    static StoreBuilder<KeyValueStore<String, Gathered>> builder() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(NAME),
                        Serdes.String(),
                        new AvroBytes<Gathered>(Gathered.getClassSchema()))
                .withCachingEnabled();
    }

    /** Notes what a mailbox was told. */
    void add(Identifier self, SortedSet<FactKey> changed, Record<String, ?> cause) {
        goOn();
        rows.add(self, tell(self, changed, cause));
    }

    /** Tells a mailbox, and gives what of it is new. */
    private List<FactKey> tell(Identifier self, SortedSet<FactKey> changed, Record<String, ?> cause) {
        News before = waiting.get(self);
        SortedSet<FactKey> all = before == null ? new TreeSet<>() : before.changed();
        long first =
                before == null ? cause.timestamp() : Math.min(before.cause().timestamp(), cause.timestamp());
        waiting.put(self, new News(all, cause.withTimestamp(first)));
        List<FactKey> more = new ArrayList<>(changed);
        more.removeAll(all);
        all.addAll(more);
        facts += more.size();
        return more;
    }

    /** What a mailbox was told, which is then no longer waiting; null if it was told nothing. */
    @Nullable
    News take(Identifier self) {
        goOn();
        News news = waiting.remove(self);
        if (news != null) {
            facts -= news.changed().size();
            rows.remove(self);
        }
        return news;
    }

    /**
     * Gives each mailbox that waits, the one that has waited longest first, as long as there is time.
     *
     * @return how much still waits: mailboxes, and facts that they were told
     */
    int each(BooleanSupplier hasTime, Consumer<Identifier> to) {
        goOn();
        for (Identifier self : List.copyOf(waiting.keySet())) {
            if (!hasTime.getAsBoolean()) {
                break;
            }
            to.accept(self);
        }
        return waiting.size() + facts;
    }

    /** With what the task's last life has left; the store is read once it is used, when it has been restored. */
    private void goOn() {
        if (goesOn) {
            return;
        }
        goesOn = true;
        long now = clock.getAsLong();
        rows.left().forEach((self, changed) -> tell(self, changed, new Record<>(self.toString(), changed, now)));
    }
}
