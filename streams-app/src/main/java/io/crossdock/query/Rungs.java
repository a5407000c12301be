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

    /** Over all instances: {@code here} and {@code copiesHere} are what this one works on, and what it has copies of. */
    static Rungs everywhere(StoreView stores, OrderQueries here, OrderQueries copiesHere, Peers peers) {
        return self -> stores.holders(MailboxStore.NAME, self)
                .ask(
                        place -> switch (place) {
                            case StoreLocation.Here mine -> here.rung(self);
                            case StoreLocation.There other -> peers.rung(other.address(), self, Age.CURRENT);
                        },
                        place -> switch (place) {
                            case StoreLocation.Here mine -> copiesHere.rung(self);
                            case StoreLocation.There other -> peers.rung(other.address(), self, Age.COPY);
                        });
    }
}
