package io.crossdock.correlate;

import io.crossdock.contract.FeedState;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Op;
import io.crossdock.order.fact.Origin;
import io.crossdock.order.feed.DeleteWatch;
import io.crossdock.order.feed.FeedWatch;
import io.crossdock.order.link.DerivedLinks;
import io.crossdock.order.mailbox.Mailbox;
import io.crossdock.order.mailbox.Outcome;
import io.crossdock.systems.DeleteLimit;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Record;

/** Watches each connection's facts as a whole: says when its source has gone back, holds deletions that come too fast. */
final class FeedGuard {

    private final FeedStore feeds;
    private final FeedExceptions exceptions;
    private final Map<String, DeleteLimit> limits;
    private final Map<String, FeedWatch> watches = new HashMap<>();

    /** Guards what one task is told; {@code limits} by connection. */
    FeedGuard(FeedStore feeds, FeedExceptions exceptions, Map<String, DeleteLimit> limits) {
        this.feeds = feeds;
        this.exceptions = exceptions;
        this.limits = Map.copyOf(limits);
    }

    /** True if the fact would take something back and is one deletion too many: it is held, nothing else happens. */
    boolean holds(Fact fact, Mailbox mailbox, Record<String, ?> cause) {
        DeleteLimit limit = limit(fact);
        if (fact.op() == Op.ASSERT
                || !isSaidByASource(fact)
                || !fact.recordedAt().isAfter(limit.confirmedUntil())
                || !mailbox.wouldTakeBack(fact)) {
            return false;
        }
        String feed = fact.key().connection() + "|" + fact.key().entity();
        FeedState before = feeds.state(feed);
        DeleteWatch watch = new DeleteWatch(before.getMinute(), before.getDeleted()).after(fact.recordedAt());
        boolean held = watch.exceeds(limit.perMinute());
        long kept = before.getHeld() + (held && feeds.hold(fact) ? 1 : 0);
        feeds.put(feed, new FeedState(0, 0, false, watch.minute(), watch.deleted(), kept));
        if (held && before.getHeld() == 0) {
            exceptions.open(fact.key().connection(), "MASS_DELETE", feed, massDelete(fact, limit), cause);
        }
        return held;
    }

    /** Counts what became of a live fact of a connection; what was counted is written only when it says something new. */
    void ended(Fact fact, Outcome outcome, Record<String, ?> cause) {
        if (!isSaidByASource(fact) || !limits.containsKey(fact.key().connection())) {
            return;
        }
        String connection = fact.key().connection();
        FeedWatch before = watches.computeIfAbsent(connection, this::stored);
        FeedWatch watch = before.after(outcome);
        watches.put(connection, watch);
        if (watch.regressed() == before.regressed()) {
            return;
        }
        feeds.put(connection, new FeedState(watch.seen(), watch.superseded(), watch.regressed(), Instant.EPOCH, 0, 0L));
        if (watch.regressed()) {
            exceptions.open(connection, "SOURCE_REGRESSED", connection, regressed(connection), cause);
        } else {
            exceptions.resolve(connection, connection, cause);
        }
    }

    private FeedWatch stored(String connection) {
        FeedState state = feeds.state(connection);
        return new FeedWatch(state.getSeen(), state.getSuperseded(), state.getRegressed());
    }

    /** Deletions that are confirmed by now: they are held no longer, the caller applies them. */
    List<Fact> confirmed(Record<String, ?> cause) {
        List<Fact> confirmed = feeds.held().stream()
                .filter(fact -> !fact.recordedAt().isAfter(limit(fact).confirmedUntil()))
                .toList();
        for (Fact fact : confirmed) {
            feeds.release(fact.key());
            String feed = fact.key().connection() + "|" + fact.key().entity();
            FeedState before = feeds.state(feed);
            feeds.put(feed, new FeedState(0, 0, false, before.getMinute(), before.getDeleted(), before.getHeld() - 1));
            if (before.getHeld() == 1) {
                exceptions.resolve(fact.key().connection(), feed, cause);
            }
        }
        return confirmed;
    }

    /** What a mailbox asserts or takes back for a row that changed is nothing that a source did. */
    private static boolean isSaidByASource(Fact fact) {
        return fact.origin() != Origin.SNAPSHOT && !fact.key().entity().equals(DerivedLinks.ENTITY);
    }

    private DeleteLimit limit(Fact fact) {
        return limits.getOrDefault(fact.key().connection(), DeleteLimit.USUAL);
    }

    private static String massDelete(Fact fact, DeleteLimit limit) {
        return "More than " + limit.perMinute() + " rows of " + fact.key().entity()
                + " were deleted within a minute, the last one " + fact.key().primaryKey() + " at " + fact.recordedAt()
                + ". What goes beyond is held. If the deletions are meant, set deletes.confirmedUntil in the file of connection "
                + fact.key().connection() + " and restart; if not, load the rows again at the source.";
    }

    private static String regressed(String connection) {
        return "Most of what " + connection
                + " says is older than what is known: its positions went back. If the source"
                + " was restored or failed over, raise the epoch in the connection's file and take a snapshot; if its connector"
                + " was rewound, this ends by itself.";
    }
}
