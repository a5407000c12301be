package io.crossdock.order.mailbox;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.Link;
import io.crossdock.order.link.Ambiguity;
import io.crossdock.order.link.DerivedLinks;
import io.crossdock.order.link.Parents;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decides, for one identifier, which facts stand and who its parents are, and tells the parents what changed. Mutable
 * and owned by one task: a decoded form of its stored rows and head, from which {@link #restore} builds an equal one
 * after any step.
 */
public final class Mailbox {

    private final Identifier self;
    private final IdentifierTypes types;
    private final Holdings holdings;
    private final TreeMap<Identifier, Long> floors;
    private Parents parents;
    private SortedMap<FactKey, Link> derived;
    private long seq;
    private long seqInHead;

    private Mailbox(Identifier self, IdentifierTypes types, Holdings holdings, Head head, long seq) {
        this.self = self;
        this.types = types;
        this.holdings = holdings;
        this.floors = new TreeMap<>(head.floors());
        this.parents = Parents.of(self, types, holdings.linking().values());
        this.derived = DerivedLinks.of(self, types, holdings.linking().values(), parents);
        this.seq = seq;
        this.seqInHead = head.seq();
    }

    /** A mailbox that was never told anything. */
    public static Mailbox empty(Identifier self, IdentifierTypes types) {
        return new Mailbox(self, types, holdings(self, types), Head.NONE, 0);
    }

    /**
     * The mailbox as it was after its last step.
     *
     * @param self its identifier
     * @param types the same types its state was made with
     * @param head the head as last written, {@link Head#NONE} if never
     * @param rows every row of the store, in any order
     */
    public static Mailbox restore(Identifier self, IdentifierTypes types, Head head, Collection<Row> rows) {
        Holdings holdings = holdings(self, types);
        long seq = head.seq();
        for (Row row : rows) {
            holdings.put(row);
            seq = Math.max(seq, row.headSeq());
        }
        holdings.settle(holdings.keys());
        return new Mailbox(self, types, holdings, head, seq);
    }

    /** An independent mailbox in the same state. */
    public Mailbox copy() {
        return new Mailbox(self, types, holdings.copy(), new Head(seqInHead, floors), seq);
    }

    public Identifier self() {
        return self;
    }

    /** The facts that stand here, its own and those of its children, in the order of their keys; a live view. */
    public Collection<Fact> effective() {
        return holdings.effective().values();
    }

    /** The identifiers it tells what it knows; empty for the topmost. */
    public SortedSet<Identifier> parents() {
        return parents.all();
    }

    /** Types of parent of which none is taken, because nothing decides between the rivals (R18). */
    public List<Ambiguity> ambiguities() {
        return parents.ambiguous();
    }

    /**
     * True if a deletion would take back something that stands: it is newer than it, and no housekeeping of a document that
     * has ended (R4).
     */
    public boolean wouldTakeBack(Fact deletion) {
        return holdings.wouldTakeBack(deletion);
    }

    /** True if it has no parent; a mailbox that was never told anything is topmost too. */
    public boolean topmost() {
        return parents.all().isEmpty();
    }

    /**
     * Too many children for one thing: it names nothing that could merge them, so nothing they tell stands here (R25).
     * Null if there are not too many.
     */
    public @Nullable Overload overloaded() {
        return holdings.overloaded()
                ? new Overload(holdings.children(), types.of(self).children())
                : null;
    }

    long seq() {
        return seq;
    }

    Map<Identifier, Long> floors() {
        return Collections.unmodifiableMap(floors);
    }

    SortedMap<FactKey, Link> derivedLinks() {
        return Collections.unmodifiableSortedMap(derived);
    }

    /** Takes one message. The step's writes and messages belong to one transaction with it. */
    public Step apply(Message message) {
        return switch (message) {
            case Message.Home home -> home(home.fact());
            case Message.Rows rows -> rows(rows);
            case Message.Drop drop -> drop(drop);
        };
    }

    private static Holdings holdings(Identifier self, IdentifierTypes types) {
        return new Holdings(types.of(self).children());
    }

    private Step home(Fact fact) {
        if (!fact.home().equals(self)) {
            throw new IllegalArgumentException("Fact " + fact.key() + " is at home at " + fact.home() + " but came to "
                    + self + "; address every fact to its home");
        }
        Row before = holdings.get(fact.key(), Row.HOME);
        Supersession decided = Supersession.of(before, fact);
        List<RowChange> changes =
                decided.row().equals(before) ? List.of() : List.of(new RowChange(fact.key(), Row.HOME, decided.row()));
        return settle(decided.outcome(), decided.tie(), changes, false, fact);
    }

    private Step rows(Message.Rows rows) {
        boolean isVoid = rows.seq() <= floors.getOrDefault(rows.via(), 0L);
        List<RowChange> changes = isVoid ? List.of() : Told.rows(holdings, rows);
        return settle(changes.isEmpty() ? Outcome.DUPLICATE : Outcome.APPLIED, false, changes, false, null);
    }

    private Step drop(Message.Drop drop) {
        if (drop.seq() <= floors.getOrDefault(drop.via(), 0L)) {
            return settle(Outcome.DUPLICATE, false, List.of(), false, null);
        }
        floors.put(drop.via(), drop.seq());
        return settle(Outcome.APPLIED, false, Told.drop(holdings, drop), true, null);
    }

    /** Puts the changed rows in place, derives everything from them again, and tells the parents. */
    private Step settle(
            Outcome outcome, boolean tie, List<RowChange> changes, boolean floorsChanged, @Nullable Fact cause) {
        boolean stoodAtTheTop = standsAtTheTop();
        changes.forEach(this::place);
        SortedSet<FactKey> touched = new TreeSet<>();
        changes.forEach(change -> touched.add(change.key()));
        SortedSet<FactKey> changed = holdings.settle(touched);
        Emission emission = new Emission(self, seq);
        relink(cause, emission, changed);
        seq = emission.seq();
        List<RowChange> writes = withCounter(changes);
        boolean counterRides = writes.stream().anyMatch(change -> change.row() != null);
        boolean headNeeded = floorsChanged || (!counterRides && !writes.isEmpty() && seqInHead < seq);
        Head head = headNeeded ? new Head(seq, floors) : null;
        seqInHead = headNeeded ? seq : seqInHead;
        return new Step(
                outcome,
                tie,
                writes,
                head,
                emission.outgoing(),
                changed,
                parents.all(),
                !stoodAtTheTop && standsAtTheTop(),
                stoodAtTheTop && !standsAtTheTop());
    }

    /** Only a home fact can change parents and derived links; whatever else changes is told over the edges there are. */
    private void relink(@Nullable Fact cause, Emission emission, SortedSet<FactKey> changed) {
        SortedSet<Identifier> before = parents.all();
        if (cause != null && holdings.linkingChanged()) {
            parents = Parents.of(self, types, holdings.linking().values());
            SortedMap<FactKey, Link> derivedBefore = derived;
            derived = DerivedLinks.of(self, types, holdings.linking().values(), parents);
            emission.derive(derivedBefore, derived, cause);
        }
        for (Identifier parent : before) {
            if (!parents.all().contains(parent)) {
                emission.leave(parent);
            }
        }
        for (Identifier parent : parents.all()) {
            boolean isNew = !before.contains(parent);
            Collection<FactKey> keys = isNew ? holdings.effective().keySet() : changed;
            emission.tell(parent, keys, holdings.effective(), isNew);
        }
    }

    private void place(RowChange change) {
        if (change.row() == null) {
            holdings.remove(change.key(), change.via());
        } else {
            holdings.put(change.row());
        }
    }

    /** Every row put carries the counter as it is after the step. */
    private List<RowChange> withCounter(List<RowChange> changes) {
        UnaryOperator<RowChange> stamp = change -> change.row() == null
                ? change
                : new RowChange(change.key(), change.via(), change.row().withHeadSeq(seq));
        return changes.stream().map(stamp).toList();
    }

    private boolean standsAtTheTop() {
        return topmost() && !holdings.effective().isEmpty();
    }
}
