package io.crossdock.flow;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import java.util.Collection;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * What a mailbox holds after a step that changed it, from {@code correlate} to {@code track}.
 *
 * @param self the mailbox
 * @param topmost true if it has no parent: it speaks for its order, or for an orphan
 * @param changed factKeys whose standing fact changed
 * @param facts every standing fact; a view, valid while the record is processed
 * @param own takes facts that we state ourselves about this mailbox; they are kept in it within the same step, so that what was
 *     published and what is in flight are part of whatever it hands over
 */
public record Standing(
        Identifier self, boolean topmost, SortedSet<FactKey> changed, Collection<Fact> facts, Consumer<Fact> own) {}
