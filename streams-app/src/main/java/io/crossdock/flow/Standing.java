package io.crossdock.flow;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import java.util.Collection;
import java.util.SortedSet;

/**
 * What a mailbox holds after a step that changed it, from {@code correlate} to {@code track}.
 *
 * @param self the mailbox
 * @param topmost true if it has no parent: it speaks for its order, or for an orphan
 * @param changed factKeys whose standing fact changed
 * @param facts every standing fact; a view, valid while the record is processed
 */
public record Standing(Identifier self, boolean topmost, SortedSet<FactKey> changed, Collection<Fact> facts) {}
