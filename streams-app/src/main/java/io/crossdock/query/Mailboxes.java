package io.crossdock.query;

import io.crossdock.archive.ArchiveStore;
import io.crossdock.correlate.MailboxStore;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.mailbox.Mailbox;
import java.util.SortedSet;
import java.util.TreeSet;

/** Mailboxes as they are stored here, live and archived. */
final class Mailboxes {

    private final StoreView stores;
    private final IdentifierTypes ranks;

    /** Those in {@code stores}. */
    Mailboxes(StoreView stores, IdentifierTypes ranks) {
        this.stores = stores;
        this.ranks = ranks;
    }

    /**
     * The mailbox of an identifier as it is stored; an empty one if nobody wrote to it.
     *
     * @throws NotReadyException if it is not here
     */
    Mailbox of(Identifier self) {
        return MailboxStore.read(stores.of(MailboxStore.NAME, self), stores.of(ArchiveStore.NAME, self), self, ranks);
    }

    /**
     * What a mailbox says about the way up.
     *
     * @throws NotReadyException if it is not here
     */
    Rung rung(Identifier self) {
        Mailbox mailbox = of(self);
        SortedSet<Identifier> parents = new TreeSet<>(mailbox.parents());
        return new Rung(!mailbox.effective().isEmpty() || !parents.isEmpty(), parents);
    }
}
