package io.crossdock.query;

import io.crossdock.correlate.MailboxStore;
import io.crossdock.order.fact.Identifier;

/** The way up from any mailbox, whichever instance holds it. */
@FunctionalInterface
public interface Rungs {

    /**
     * What the mailbox says.
     *
     * @throws NotReadyException if nobody who holds it answers
     */
    Held<Rung> of(Identifier self);

    /** Over all instances; {@code here} answers from this one. */
    static Rungs everywhere(StoreView stores, ByAge here, Peers peers) {
        return self -> stores.holders(MailboxStore.NAME, self).ask((place, age) -> switch (place) {
            case StoreLocation.Here mine -> here.of(age).rung(self);
            case StoreLocation.There other -> peers.rung(other.address(), self, age);
        });
    }
}
