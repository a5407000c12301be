package io.crossdock.query;

import io.crossdock.archive.ArchiveStore;
import io.crossdock.correlate.MailboxStore;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.mailbox.Mailbox;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Follows an id through its mailboxes to the topmost one, where its order is tracked. */
public final class Locator {

    private final StoreView stores;
    private final Peers peers;
    private final IdentifierTypes ranks;
    private final List<String> types;

    /**
     * What one mailbox says about the way up.
     *
     * @param known whether anybody ever said anything about it
     * @param parents the mailboxes it is part of or the same as; none if it is the topmost
     */
    public record Rung(boolean known, SortedSet<Identifier> parents) {}

    /** {@code types} are tried, as {@code connection:type}, for an id that names no connection. */
    public Locator(StoreView stores, Peers peers, IdentifierTypes ranks, List<String> types) {
        this.stores = stores;
        this.peers = peers;
        this.ranks = ranks;
        this.types = List.copyOf(types);
    }

    /** Finds what a qualified id ({@code wms-east:shipment:S-77}) or a bare value ({@code S-77}) names. */
    public Located locate(String id) {
        Set<Identifier> topmost = new TreeSet<>();
        for (Identifier start : starts(id)) {
            topmost.addAll(climb(start));
        }
        return switch (topmost.size()) {
            case 0 -> new Located.Unknown();
            case 1 -> new Located.One(topmost.iterator().next());
            default -> new Located.Several(new ArrayList<>(topmost));
        };
    }

    private List<Identifier> starts(String id) {
        for (String type : types) {
            if (id.startsWith(type + ":")) {
                return List.of(Identifier.parse(id));
            }
        }
        String[] parts = id.split(":", 3);
        if (parts.length == 3 && !parts[0].isEmpty() && !parts[1].isEmpty() && !parts[2].isEmpty()) {
            return List.of(Identifier.parse(id));
        }
        return types.stream().map(type -> Identifier.parse(type + ":" + id)).toList();
    }

    private Set<Identifier> climb(Identifier start) {
        Set<Identifier> topmost = new TreeSet<>();
        Rung first = rung(start);
        if (!first.known()) {
            return topmost;
        }
        Set<Identifier> seen = new HashSet<>();
        Deque<Identifier> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Identifier self = open.removeFirst();
            if (seen.add(self)) {
                Set<Identifier> parents = (self.equals(start) ? first : rung(self)).parents();
                if (parents.isEmpty()) {
                    topmost.add(self);
                }
                open.addAll(parents);
            }
        }
        return topmost;
    }

    private Rung rung(Identifier self) {
        return switch (stores.where(MailboxStore.NAME, self)) {
            case StoreLocation.Here here -> here(self);
            case StoreLocation.There there -> peers.rung(there.address(), self);
        };
    }

    /**
     * What a mailbox of this instance says about the way up.
     *
     * @throws NotReadyException if another instance holds it
     */
    public Rung here(Identifier self) {
        Mailbox mailbox = mailbox(self);
        SortedSet<Identifier> parents = new TreeSet<>(mailbox.parents());
        return new Rung(!mailbox.effective().isEmpty() || !parents.isEmpty(), parents);
    }

    /** The mailbox of an identifier as it is stored. */
    Mailbox mailbox(Identifier self) {
        return MailboxStore.read(stores.of(MailboxStore.NAME, self), stores.of(ArchiveStore.NAME, self), self, ranks);
    }
}
