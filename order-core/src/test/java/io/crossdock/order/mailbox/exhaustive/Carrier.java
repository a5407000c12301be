package io.crossdock.order.mailbox.exhaustive;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.mailbox.Mailbox;
import io.crossdock.order.mailbox.Message;
import io.crossdock.order.mailbox.Outgoing;
import io.crossdock.order.mailbox.Row;
import io.crossdock.order.mailbox.Step;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/**
 * Takes one step of one mailbox and holds it to what must be true at every step: the counter goes on without a gap and
 * never back, a floor never falls, no row is kept that its sender took back, and a restart from the store gives the same
 * mailbox. The mailbox is opened from its store each time, so that every step is also one after a crash.
 */
public record Carrier(IdentifierTypes types, Tampering tampering) {

    /** What is kept and sent after a step. */
    public record Carried(Store store, List<Outgoing> outgoing) {}

    /** Something that must never happen did. */
    public static final class Violation extends RuntimeException {
        private static final long serialVersionUID = 1;

        Violation(String message) {
            super(message);
        }
    }

    /**
     * One step.
     *
     * @throws Violation if the step breaks what must always be true
     */
    public Carried take(Identifier self, Store store, Message message) {
        IdentifierTypes known = tampering.types(types);
        Mailbox mailbox = store.open(self, known);
        Step step = mailbox.apply(tampering.taken(store, message));
        Store after = tampering.kept(store, store.after(step));
        List<Outgoing> outgoing = tampering.sent(self, store, message, step.outgoing());
        checkCounter(self, store.counter(), step.outgoing(), after.counter());
        checkFloors(self, store, after);
        checkRestart(self, mailbox, after.open(self, known));
        return new Carried(after, outgoing);
    }

    private static void checkCounter(Identifier self, long before, List<Outgoing> outgoing, long after) {
        long seq = before;
        for (Outgoing one : outgoing) {
            long found = seq(one.message());
            hold(found == ++seq, self + " numbers a message " + found + " after " + (seq - 1));
        }
        hold(after == seq, self + " keeps the counter " + after + " after message " + seq);
    }

    private static long seq(Message message) {
        return switch (message) {
            case Message.Rows rows -> rows.seq();
            case Message.Drop drop -> drop.seq();
            case Message.Home home -> home.fact().version().position();
        };
    }

    private static void checkFloors(Identifier self, Store before, Store after) {
        before.head().floors().forEach((via, floor) -> {
            long now = after.head().floors().getOrDefault(via, 0L);
            hold(now >= floor, self + " lowers its floor of " + via + " from " + floor + " to " + now);
        });
        for (Row row : after.rows().values()) {
            long floor = row.via().isEmpty() ? 0 : after.head().floors().getOrDefault(Identifier.parse(row.via()), 0L);
            hold(row.via().isEmpty() || row.seq() > floor, self + " keeps a row of " + row.via() + " below its floor");
        }
    }

    private static void checkRestart(Identifier self, Mailbox live, Mailbox restarted) {
        hold(live.parents().equals(restarted.parents()), self + " has other parents after a restart");
        hold(live.topmost() == restarted.topmost(), self + " stands elsewhere after a restart");
        hold(sayTheSame(live.effective(), restarted.effective()), self + " holds other facts after a restart");
    }

    private static boolean sayTheSame(Collection<Fact> ones, Collection<Fact> others) {
        Iterator<Fact> other = others.iterator();
        return ones.size() == others.size() && ones.stream().allMatch(one -> one.saysTheSameAs(other.next()));
    }

    private static void hold(boolean condition, String otherwise) {
        if (!condition) {
            throw new Violation(otherwise);
        }
    }
}
