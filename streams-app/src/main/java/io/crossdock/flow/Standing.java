package io.crossdock.flow;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.link.Ambiguity;
import io.crossdock.order.mailbox.Overload;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a mailbox holds after the steps of a moment that changed it, or when it is looked at again, from {@code correlate} to {@code track}.
 *
 * @param self the mailbox
 * @param topmost true if it has no parent: it speaks for its order, or for an orphan
 * @param moment why it is looked at
 * @param changed factKeys whose standing fact changed
 * @param facts every standing fact; a view, valid while the record is processed
 * @param ambiguities links of the mailbox between which nothing decides
 * @param overload why none of its children is heard; null unless more identifiers name it than can
 * @param place the mailbox itself
 */
public record Standing(
        Identifier self,
        boolean topmost,
        Moment moment,
        SortedSet<FactKey> changed,
        Collection<Fact> facts,
        List<Ambiguity> ambiguities,
        @Nullable Overload overload,
        Place place)
        implements MailboxEvent {

    /** Why a mailbox is looked at. */
    public enum Moment {
        /** It was told something. */
        TOLD,
        /** Nothing was said, but time has passed. */
        WOKEN,
        /** Its record is to be published again, after a rebuild. */
        RETOLD,
        /** It has been archived for as long as it is kept: only counters stay. */
        FORGOTTEN
    }
}
