package io.crossdock.track;

import io.crossdock.flow.Patience;
import io.crossdock.flow.Standing;
import io.crossdock.flow.Wake;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.status.OrderException;
import io.crossdock.order.status.Projected;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is wrong with an order or an orphan now, in one sentence by type; and when to look again because it may become wrong. */
final class Wrongs {

    /** A document that waits for its order. */
    static final String ORPHAN = "ORPHAN";

    private final IdentifierTypes types;
    private final Patience patience;
    private final ExceptionLifeCycle exceptions;

    Wrongs(IdentifierTypes types, Patience patience, ExceptionLifeCycle exceptions) {
        this.types = types;
        this.patience = patience;
        this.exceptions = exceptions;
    }

    /** What follows from the facts of an order. */
    Map<String, String> ofOrder(Projected projected) {
        Map<String, String> wrong = new TreeMap<>();
        for (OrderException finding : projected.exceptions()) {
            wrong.merge(
                    finding.type().name(),
                    finding.subject() + ": " + finding.detail(),
                    (one, other) -> one + "; " + other);
        }
        return wrong;
    }

    /** What follows from time for a mailbox that publishes nothing (R141). */
    Map<String, String> ofMailbox(Standing standing, Instant now) {
        Map<String, String> wrong = new TreeMap<>();
        boolean orphan = standing.topmost() && !standing.facts().isEmpty() && !types.namesAnOrder(standing.self());
        if (lasted(standing, ORPHAN, Wake.ORPHAN, orphan, now)) {
            wrong.put(ORPHAN, standing.self() + " belongs to no order that anybody has told us of.");
        }
        return wrong;
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
