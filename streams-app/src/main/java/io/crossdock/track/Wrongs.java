package io.crossdock.track;

import io.crossdock.exceptions.ExceptionLifeCycle;
import io.crossdock.exceptions.Wrong;
import io.crossdock.flow.Patience;
import io.crossdock.flow.Standing;
import io.crossdock.flow.Wake;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.link.Ambiguity;
import io.crossdock.order.mailbox.Overload;
import io.crossdock.order.status.Contradiction;
import io.crossdock.order.status.OrderException;
import io.crossdock.order.status.Projected;
import io.crossdock.watch.Limits;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with an order or an orphan now, by type; and when to look again because it may become wrong. */
final class Wrongs {

    /** A document that waits for its order. */
    static final String ORPHAN = "ORPHAN";

    /** A link that could mean two orders, of a document that has none. */
    static final String AMBIGUOUS = OrderException.Type.AMBIGUOUS.name();

    /** A system that contradicts the owner of a figure. */
    static final String AUTHORITY_CONFLICT = "AUTHORITY_CONFLICT";

    /** A value that more identifiers name than can: it names nothing. */
    static final String OVERLOADED = "OVERLOADED";

    private final IdentifierTypes types;
    private final Patience patience;
    private final ExceptionLifeCycle exceptions;
    private final Limits limits;

    Wrongs(IdentifierTypes types, Patience patience, ExceptionLifeCycle exceptions, Limits limits) {
        this.types = types;
        this.patience = patience;
        this.exceptions = exceptions;
        this.limits = limits;
    }

    /** What follows from the facts of an order, and from how long they have been so (R146, R170). */
    Map<String, Wrong> ofOrder(Standing standing, Projected projected, Instant now) {
        Map<String, Wrong> wrong = overloaded(standing.self(), standing.overload());
        for (OrderException finding : projected.exceptions()) {
            add(wrong, finding.type().name(), finding.subject() + ": " + finding.detail());
        }
        for (Contradiction contradiction : projected.contradictions()) {
            Instant due = contradiction.since().plus(patience.conflict());
            if (due.isAfter(now)) {
                standing.place().wakeAt(due, Wake.CONFLICT);
            } else {
                add(wrong, AUTHORITY_CONFLICT, text(contradiction));
            }
        }
        wrong.putAll(limits.exceeded(standing, projected, now));
        return wrong;
    }

    /** What follows from time for a mailbox that publishes nothing (R141, R147). */
    Map<String, Wrong> ofMailbox(Standing standing, Instant now) {
        Map<String, Wrong> wrong = overloaded(standing.self(), standing.overload());
        boolean holds = standing.topmost() && !standing.facts().isEmpty();
        boolean ambiguous = holds && !standing.ambiguities().isEmpty();
        boolean orphan = holds && !ambiguous && !types.namesAnOrder(standing.self());
        if (lasted(standing, ORPHAN, Wake.ORPHAN, orphan, now)) {
            wrong.put(ORPHAN, Wrong.of(standing.self() + " belongs to no order that anybody has told us of."));
        }
        if (lasted(standing, AMBIGUOUS, Wake.AMBIGUOUS, ambiguous, now)) {
            standing.ambiguities().forEach(ambiguity -> add(wrong, AMBIGUOUS, text(standing, ambiguity)));
        }
        return wrong;
    }

    /** A value that names nothing is no matter of time (R25). */
    static Map<String, Wrong> overloaded(Identifier self, @Nullable Overload overload) {
        Map<String, Wrong> wrong = new TreeMap<>();
        if (overload != null) {
            wrong.put(
                    OVERLOADED,
                    Wrong.of(overload.children() + " identifiers name " + self + ", at most " + overload.limit()
                            + " can: it names nothing, and none of them is taken for a part of it. If it is a word such as"
                            + " VERBAL, add it to neverLinks of the connection that says it."));
        }
        return wrong;
    }

    private static String text(Contradiction contradiction) {
        return String.format(
                Locale.ROOT,
                "%s: %s %s by %s, which decides, but %s by %s.",
                contradiction.subject(),
                contradiction.quantity().text(),
                contradiction.owned().toPlainString(),
                contradiction.owner(),
                contradiction.stated().toPlainString(),
                contradiction.other());
    }

    private static String text(Standing standing, Ambiguity ambiguity) {
        return standing.self() + " could belong to "
                + ambiguity.rivals().stream()
                        .map(claim -> claim.parent().toString())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" or "))
                + ", and nothing decides.";
    }

    private static void add(Map<String, Wrong> wrong, String type, String text) {
        wrong.merge(type, Wrong.of(text), Wrong::and);
    }

    /** True if the cause has stood for as long as things may wait; else the mailbox is looked at again then. */
    private boolean lasted(Standing standing, String type, Wake why, boolean stands, Instant now) {
        @Nullable Instant due = exceptions.lasts(standing.self().toString(), type, stands, patience.orphan(), now);
        if (due != null && due.isAfter(now)) {
            standing.place().wakeAt(due, why);
        }
        return due != null && !due.isAfter(now);
    }
}
