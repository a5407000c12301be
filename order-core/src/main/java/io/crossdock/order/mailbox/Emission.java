package io.crossdock.order.mailbox;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Link;
import io.crossdock.order.fact.Op;
import io.crossdock.order.link.DerivedLinks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The messages of one step, numbered with the mailbox's one counter for all destinations. */
final class Emission {

    /** Most keys one message carries, so that a hand-over never outgrows a record. */
    static final int KEYS_PER_MESSAGE = 200;

    private final Identifier self;
    private final List<Outgoing> outgoing = new ArrayList<>();
    private long seq;

    Emission(Identifier self, long seq) {
        this.self = self;
        this.seq = seq;
    }

    long seq() {
        return seq;
    }

    List<Outgoing> outgoing() {
        return List.copyOf(outgoing);
    }

    void leave(Identifier parent) {
        outgoing.add(new Outgoing(parent, new Message.Drop(self, ++seq)));
    }

    /** Tells a parent what is effective for the keys; a key without an effective fact is removed there. */
    void tell(Identifier parent, Collection<FactKey> keys, SortedMap<FactKey, Fact> effective, boolean handOver) {
        List<Fact> facts = new ArrayList<>();
        List<FactKey> removed = new ArrayList<>();
        for (FactKey key : keys) {
            Fact fact = effective.get(key);
            if (fact != null) {
                facts.add(fact);
            } else {
                removed.add(key);
            }
            if (facts.size() + removed.size() == KEYS_PER_MESSAGE) {
                flush(parent, facts, removed, handOver);
            }
        }
        if (!facts.isEmpty() || !removed.isEmpty()) {
            flush(parent, facts, removed, handOver);
        }
    }

    /** Takes back the derived links that no longer follow and asserts those that now do. */
    void derive(SortedMap<FactKey, Link> before, SortedMap<FactKey, Link> after, @Nullable Fact cause) {
        if (cause == null || before.keySet().equals(after.keySet())) {
            return;
        }
        before.forEach((key, link) -> {
            if (!after.containsKey(key)) {
                home(DerivedLinks.fact(key, link, Op.RETRACT, ++seq, cause));
            }
        });
        after.forEach((key, link) -> {
            if (!before.containsKey(key)) {
                home(DerivedLinks.fact(key, link, Op.ASSERT, ++seq, cause));
            }
        });
    }

    private void home(Fact fact) {
        outgoing.add(new Outgoing(fact.home(), new Message.Home(fact)));
    }

    private void flush(Identifier parent, List<Fact> facts, List<FactKey> removed, boolean handOver) {
        outgoing.add(new Outgoing(parent, new Message.Rows(self, ++seq, facts, removed, handOver)));
        facts.clear();
        removed.clear();
    }
}
