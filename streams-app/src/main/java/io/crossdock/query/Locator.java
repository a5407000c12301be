package io.crossdock.query;

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
import java.util.TreeSet;

/** Follows an id through its mailboxes to the topmost one, where its order is tracked. */
public final class Locator {

    private final StoreView stores;
    private final IdentifierTypes ranks;
    private final List<String> types;

    /** {@code types} are tried, as {@code connection:type}, for an id that names no connection. */
    public Locator(StoreView stores, IdentifierTypes ranks, List<String> types) {
        this.stores = stores;
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
        if (!exists(start)) {
            return topmost;
        }
        Set<Identifier> seen = new HashSet<>();
        Deque<Identifier> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Identifier self = open.removeFirst();
            if (seen.add(self)) {
                Set<Identifier> parents = mailbox(self).parents();
                if (parents.isEmpty()) {
                    topmost.add(self);
                }
                open.addAll(parents);
            }
        }
        return topmost;
    }

    private boolean exists(Identifier self) {
        Mailbox mailbox = mailbox(self);
        return !mailbox.effective().isEmpty() || !mailbox.parents().isEmpty();
    }

    /** The mailbox of an identifier as it is stored. */
    Mailbox mailbox(Identifier self) {
        return MailboxStore.read(stores.of(MailboxStore.NAME, self), self, ranks);
    }
}
