package io.crossdock.correlate;

import io.crossdock.archive.ArchiveStore;
import io.crossdock.archive.Section;
import io.crossdock.contract.ArchiveChunk;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.mailbox.Row;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Single rows of mailboxes, live and archived, for whoever only asks what was heard of one: without opening the mailbox. */
public final class HomeRows {

    /** Stores of this stage that are read. */
    public static final List<String> STORES = List.of(MailboxStore.NAME, FeedStore.NAME);

    private final ReadOnlyKeyValueStore<String, byte[]> mailboxes;
    private final ReadOnlyKeyValueStore<String, ArchiveChunk> archive;
    private final ReadOnlyKeyValueStore<String, byte[]> feeds;

    private HomeRows(
            ReadOnlyKeyValueStore<String, byte[]> mailboxes,
            ReadOnlyKeyValueStore<String, ArchiveChunk> archive,
            ReadOnlyKeyValueStore<String, byte[]> feeds) {
        this.mailboxes = mailboxes;
        this.archive = archive;
        this.feeds = feeds;
    }

    /** The rows of a task; its processor is given {@link #STORES} and the archive. */
    public static HomeRows of(ProcessorContext<?, ?> context) {
        return new HomeRows(
                context.getStateStore(MailboxStore.NAME),
                context.getStateStore(ArchiveStore.NAME),
                context.getStateStore(FeedStore.NAME));
    }

    /** The row of a fact at its home; null if nothing is kept of it. */
    public @Nullable Row find(Identifier home, FactKey key) {
        String row = MailboxStore.rowKey(key, Row.HOME);
        byte[] live = mailboxes.get(home + row);
        byte[] kept = live == null ? archived(home).get(row) : live;
        return kept == null ? null : MailboxStore.row(row, kept);
    }

    /** True if a mailbox was archived and forgotten, so that nothing is kept of any of its rows. */
    public boolean isForgotten(Identifier home) {
        SortedMap<String, byte[]> kept = archived(home);
        return !kept.isEmpty() && kept.keySet().stream().noneMatch(MailboxStore::isRow);
    }

    /** True if the row's deletion was heard, and is held until somebody confirms so many. */
    public boolean isDeletionHeld(FactKey key) {
        return feeds.get(FeedStore.heldKey(key)) != null;
    }

    /**
     * Goes through rows that are at home at live identifiers of one type, a few at a time.
     *
     * @param after where the last call ended; null to begin
     * @param most so many entries of the store are looked at
     * @param to takes each row's home and key
     * @return where to go on; null if there is no more
     */
    public @Nullable String next(
            String connection, String type, @Nullable String after, int most, BiConsumer<Identifier, FactKey> to) {
        String from = after == null ? connection + ":" + type + ":" : after;
        int looked = 0;
        try (KeyValueIterator<String, byte[]> entries = mailboxes.range(from, connection + ":" + type + ";")) {
            while (entries.hasNext()) {
                if (++looked > most) {
                    return entries.peekNextKey();
                }
                MailboxStore.homeRow(entries.next().key, to);
            }
        }
        return null;
    }

    private SortedMap<String, byte[]> archived(Identifier home) {
        return ArchiveStore.read(archive, home, Section.MAILBOX);
    }
}
