package io.crossdock.query;

import io.crossdock.order.fact.Identifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Follows an id through its mailboxes to the topmost one, where its order is tracked. */
public final class Locator {

    private final Rungs rungs;
    private final List<String> types;

    /** {@code types} are tried, as {@code connection:type}, for an id that names no connection. */
    public Locator(Rungs rungs, List<String> types) {
        this.rungs = rungs;
        this.types = List.copyOf(types);
    }

    /**
     * Finds what a qualified id ({@code wms-east:shipment:S-77}) or a bare value ({@code S-77}) names.
     *
     * @throws NotReadyException if a mailbox on the way is held by nobody who answers
     */
    public Held<Located> locate(String id) {
        Climb climb = new Climb();
        starts(id).forEach(climb::from);
        List<Identifier> topmost = new ArrayList<>(climb.topmost);
        Located located = switch (topmost.size()) {
            case 0 -> new Located.Unknown();
            case 1 -> new Located.One(topmost.get(0));
            default -> new Located.Several(topmost);
        };
        return new Held<>(located, climb.stale);
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

    /** One question's way up. */
    private final class Climb {

        private final Set<Identifier> topmost = new TreeSet<>();
        private boolean stale;

        void from(Identifier start) {
            Rung first = rung(start);
            if (!first.known()) {
                return;
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
        }

        private Rung rung(Identifier self) {
            Held<Rung> rung = rungs.of(self);
            stale |= rung.stale();
            return rung.value();
        }
    }
}
