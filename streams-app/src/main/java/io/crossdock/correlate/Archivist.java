package io.crossdock.correlate;

import io.crossdock.archive.ArchiveStore;
import io.crossdock.archive.Section;
import io.crossdock.codec.MessageCodec;
import io.crossdock.contract.MailboxMessageKind;
import io.crossdock.flow.NodeName;
import io.crossdock.flow.Patience;
import io.crossdock.flow.Wake;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.mailbox.Mailbox;
import java.time.Instant;
import java.util.SortedSet;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Moves mailboxes into the archive, from the topmost down over the edges by which it was told (R143). Each mailbox moves itself,
 * whole, on the partition where it is: what it was told, told others and counted is the same afterwards, so no message that is on its
 * way can find anything changed.
 */
final class Archivist {

    private final ProcessorContext<String, Object> context;
    private final MailboxStore mailboxes;
    private final ArchiveStore archive;
    private final DeadlineStore deadlines;
    private final Patience patience;

    Archivist(
            ProcessorContext<String, Object> context,
            MailboxStore mailboxes,
            ArchiveStore archive,
            DeadlineStore deadlines,
            Patience patience) {
        this.context = context;
        this.mailboxes = mailboxes;
        this.archive = archive;
        this.deadlines = deadlines;
        this.patience = patience;
    }

    /** Archives a mailbox and tells those below it. The topmost one decides when all of them are forgotten. */
    void archive(Identifier self, Record<String, ?> cause) {
        tell(MailboxMessageKind.ARCHIVE, self, mailboxes.archive(self, now()), cause);
        if (mailboxes.open(self).topmost()) {
            deadlines.put(now().plus(patience.retention()), Wake.FORGET, self);
        }
    }

    /**
     * Forgets an archived mailbox once all above it are forgotten, and tells those below: one that is forgotten alone would no longer
     * know whom it has to tell.
     */
    void forget(Identifier self, Identifier above, Record<String, ?> cause) {
        tell(MailboxMessageKind.FORGET, self, mailboxes.forget(self, above, now()), cause);
    }

    private void tell(
            MailboxMessageKind kind, Identifier self, SortedSet<Identifier> children, Record<String, ?> cause) {
        for (Identifier child : children) {
            context.forward(
                    cause.withKey(child.toString()).withValue((Object) MessageCodec.toAvro(kind, self)),
                    NodeName.SINK_FACTS);
        }
    }

    /** Archives a mailbox below an archived one, unless it has been told something lately: then what is above revives anyway. */
    void follow(Identifier self, Record<String, ?> cause) {
        Mailbox mailbox = mailboxes.open(self);
        boolean quiet = mailbox.effective().stream()
                .map(Fact::landedAt)
                .noneMatch(landed -> landed.plus(patience.archive()).isAfter(now()));
        if (quiet && !mailbox.topmost() && !mailboxes.archived(self)) {
            archive(self, cause);
        }
    }

    /** A mailbox that came back is looked at again: perhaps what it was told made no difference to those above. */
    void revived(Identifier self) {
        deadlines.put(now().plus(patience.archive()), Wake.ARCHIVE, self);
    }

    /** True if a mailbox has been archived, without a break, for as long as it is kept. */
    boolean forgets(Identifier self, Instant now) {
        @Nullable Instant since = archive.since(self, Section.MAILBOX);
        return since != null && !since.plus(patience.retention()).isAfter(now);
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
