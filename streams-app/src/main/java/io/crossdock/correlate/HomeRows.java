package io.crossdock.correlate;

import io.crossdock.archive.ArchiveStore;
import io.crossdock.archive.Section;
import io.crossdock.contract.ArchiveChunk;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.mailbox.Row;
import java.util.SortedMap;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Single rows of mailboxes, live and archived, for whoever only asks what was heard of one: without opening the mailbox. */
public final class HomeRows {

    private final ReadOnlyKeyValueStore<String, byte[]> mailboxes;
    private final ReadOnlyKeyValueStore<String, ArchiveChunk> archive;

    /** Rows in any view of the stores {@code mailboxes} and {@code archive}. */
    public HomeRows(
            ReadOnlyKeyValueStore<String, byte[]> mailboxes, ReadOnlyKeyValueStore<String, ArchiveChunk> archive) {
        this.mailboxes = mailboxes;
        this.archive = archive;
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

    private SortedMap<String, byte[]> archived(Identifier home) {
        return ArchiveStore.read(archive, home, Section.MAILBOX);
    }
}
