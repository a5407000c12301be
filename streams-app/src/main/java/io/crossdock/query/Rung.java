package io.crossdock.query;

import io.crossdock.order.fact.Identifier;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one mailbox says about the way up.
 *
 * @param known whether anybody ever said anything about it
 * @param parents the mailboxes it is part of or the same as; none if it is the topmost
 */
public record Rung(boolean known, SortedSet<Identifier> parents) {
    public Rung {
        parents = Collections.unmodifiableSortedSet(new TreeSet<>(parents));
    }
}
