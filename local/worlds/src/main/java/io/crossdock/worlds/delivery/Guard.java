package io.crossdock.worlds.delivery;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Origin;
import io.crossdock.order.feed.DeleteWatch;
import io.crossdock.order.feed.FeedWatch;
import io.crossdock.order.link.DerivedLinks;
import io.crossdock.order.mailbox.Mailbox;
import io.crossdock.order.mailbox.Outcome;
import io.crossdock.systems.DeleteLimit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks the rules about feeds as a whole at the same moments as the application does: before a fact is applied and after. */
final class Guard {

    private final Map<String, DeleteLimit> limits;
    private final Map<String, DeleteWatch> deletions = new HashMap<>();
    private final SortedMap<FactKey, Fact> held = new TreeMap<>();
    private final Map<String, FeedWatch> feeds = new TreeMap<>();
    private final SortedSet<String> opened = new TreeSet<>();

    Guard(Map<String, DeleteLimit> limits) {
        this.limits = limits;
    }

    /** True if the fact is one deletion too many (R97). */
    boolean holds(Fact fact, Mailbox mailbox) {
        if (fact.op() == Op.ASSERT || !isHeard(fact) || !mailbox.wouldTakeBack(fact)) {
            return false;
        }
        String feed = fact.key().connection() + "|" + fact.key().entity();
        DeleteWatch watch = deletions.getOrDefault(feed, DeleteWatch.NEW).after(fact.recordedAt());
        deletions.put(feed, watch);
        boolean holds = watch.exceeds(
                limits.getOrDefault(fact.key().connection(), DeleteLimit.USUAL).perMinute());
        if (holds) {
            held.merge(fact.key(), fact, (one, two) -> one.version().compareTo(two.version()) < 0 ? two : one);
            opened.add("MASS_DELETE " + feed);
        }
        return holds;
    }

    /** Counts what became of a fact (R96). */
    void ended(Fact fact, Outcome outcome) {
        if (isHeard(fact)) {
            String connection = fact.key().connection();
            FeedWatch watch = feeds.getOrDefault(connection, FeedWatch.NEW).after(outcome);
            feeds.put(connection, watch);
            if (watch.regressed()) {
                opened.add("SOURCE_REGRESSED " + connection);
            }
        }
    }

    /** What was held, now that somebody says that it was meant. */
    List<Fact> confirmed() {
        List<Fact> confirmed = new ArrayList<>(held.values());
        held.clear();
        return confirmed;
    }

    /** What a person was told. */
    SortedSet<String> alarms() {
        SortedSet<String> alarms = new TreeSet<>();
        for (String alarm : opened) {
            FeedWatch watch = feeds.get(alarm.substring(alarm.indexOf(' ') + 1));
            alarms.add(watch == null || watch.regressed() ? alarm : alarm + ", resolved");
        }
        return alarms;
    }

    private static boolean isHeard(Fact fact) {
        return fact.origin() == Origin.LIVE && !fact.key().entity().equals(DerivedLinks.ENTITY);
    }
}
