package io.crossdock.worlds.delivery;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.mailbox.Mailbox;
import io.crossdock.order.status.Projected;
import io.crossdock.worlds.world.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Takes a world's records through mapping, mailboxes and projection. */
public final class Delivery {

    private final Rules rules;
    private final Flaw flaw;
    private final Witness witness;

    /** A delivery through these rules; {@code flaw} is {@link Flaw#NONE} unless the proof itself is proved. */
    public Delivery(Rules rules, Flaw flaw) {
        this(rules, flaw, Witness.NONE);
    }

    /** The same, with somebody who looks on. */
    public Delivery(Rules rules, Flaw flaw, Witness witness) {
        this.rules = rules;
        this.flaw = flaw;
        this.witness = witness;
    }

    /** The records in the order in which they arrive under a plan. */
    public static List<Written> arrivals(List<Written> written, Plan plan) {
        return Arrivals.of(written, plan);
    }

    /** What is told once everything has arrived, and what was held has been confirmed. */
    public Told confirmed(List<Written> written, Plan plan) {
        return told(written, plan, true);
    }

    /** What is told once everything has arrived, while nobody has confirmed anything. */
    public Told unconfirmed(List<Written> written, Plan plan) {
        return told(written, plan, false);
    }

    private Told told(List<Written> written, Plan plan, boolean confirmed) {
        Map<Integer, List<Fact>> said = new HashMap<>();
        List<Fact> facts = new ArrayList<>();
        for (Written record : Arrivals.of(written, plan)) {
            facts.addAll(said.computeIfAbsent(record.number(), number -> rules.facts(record)));
        }
        Guard guard = new Guard(rules.limits());
        Network network = new Network(rules.types(), plan, flaw, guard, witness);
        network.deliver(facts);
        SortedSet<String> feedAlarms = guard.alarms();
        if (confirmed) {
            network.confirm();
        }
        SortedSet<String> alarms = new TreeSet<>();
        network.overloaded().forEach(mailbox -> alarms.add("OVERLOADED " + mailbox.self()));
        List<Projected> orders = new ArrayList<>();
        for (Mailbox mailbox : network.topmost()) {
            Projected projected =
                    rules.projection().project(mailbox.self(), flaw.projected(mailbox.self(), mailbox.effective()));
            if (projected.orderId() != null) {
                orders.add(projected);
            } else if (!mailbox.ambiguities().isEmpty()) {
                alarms.add("AMBIGUOUS " + mailbox.self());
            } else if (!rules.types().namesAnOrder(mailbox.self())) {
                // R141; the time that an orphan may wait is the application's.
                alarms.add("ORPHAN " + mailbox.self());
            }
        }
        return new Told(orders, alarms, feedAlarms);
    }
}
