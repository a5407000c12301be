package io.crossdock.order.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.link.DerivedLinks;
import io.crossdock.order.link.Lineage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Many mailboxes on channels that are first-in-first-out per sender and receiver, in random order otherwise, restarted
 * from their stored rows and heads at random. A {@link Flaw} breaks one thing the protocol relies on.
 */
final class Simulation {

    /** What may be wrong with the ground the protocol stands on. */
    enum Flaw {
        NONE,
        /** Messages of one sender to one receiver overtake each other. */
        OVERTAKING,
        /** Now and then a step keeps its state but its messages are lost. */
        LOST_MESSAGES,
        /** A restarted mailbox numbers its messages from one again. */
        COUNTER_FORGOTTEN,
        /** A restarted mailbox knows its rows only by what stands, not the deletions. */
        DELETIONS_FORGOTTEN,
        /** What arrives later counts as newer. */
        LAST_ARRIVAL_WINS
    }

    private record Channel(Identifier from, Identifier to) {}

    private static final class Store {
        private final Map<List<String>, Row> rows = new HashMap<>();
        private Head head = Head.NONE;
    }

    private final Random random;
    private final IdentifierTypes types;
    private final Flaw flaw;
    private final boolean checkEveryStep;
    private final List<Fact> inputs;
    private final Map<Identifier, Mailbox> mailboxes = new TreeMap<>();
    private final Map<Identifier, Store> stores = new HashMap<>();
    private final Map<Channel, Deque<Message>> channels = new HashMap<>();
    private final List<Channel> busy = new ArrayList<>();
    private final Set<Identifier> standing = new HashSet<>();
    private final Map<Identifier, Long> counters = new HashMap<>();
    private long arrivals;
    private int steps;
    private int ambiguitiesEnded;
    private int overloadsEnded;

    Simulation(long seed, World world, Flaw flaw, boolean checkEveryStep) {
        this.random = new Random(seed);
        this.types = world.types();
        this.flaw = flaw;
        this.checkEveryStep = checkEveryStep;
        this.inputs = new ArrayList<>(world.facts());
        Collections.shuffle(inputs, random);
    }

    /** Runs until nothing is left to arrive; returns what each mailbox holds, those that hold nothing left out. */
    Map<Identifier, Map<FactKey, Said>> run() {
        while (!inputs.isEmpty() || !busy.isEmpty()) {
            int choice = random.nextInt(busy.size() + (inputs.isEmpty() ? 0 : 1 + random.nextInt(3)));
            if (choice >= busy.size()) {
                Fact fact = inputs.removeLast();
                deliver(fact.home(), new Message.Home(flaw == Flaw.LAST_ARRIVAL_WINS ? newest(fact) : fact));
            } else {
                receive(choice);
            }
        }
        Map<Identifier, Map<FactKey, Said>> held = new TreeMap<>();
        mailboxes.forEach((self, mailbox) -> {
            if (!mailbox.effective().isEmpty()) {
                held.put(self, said(mailbox));
            }
            if (flaw == Flaw.NONE) {
                assertThat(standing.contains(self))
                        .isEqualTo(mailbox.topmost() && !mailbox.effective().isEmpty());
                checkLineage(mailbox);
            }
        });
        return held;
    }

    int steps() {
        return steps;
    }

    /** How often a mailbox that had no parent between rivals got one, or lost its last claim. */
    int ambiguitiesEnded() {
        return ambiguitiesEnded;
    }

    /** How often a mailbox that had too many children was left by enough of them. */
    int overloadsEnded() {
        return overloadsEnded;
    }

    private void receive(int choice) {
        Channel channel = busy.get(choice);
        Deque<Message> waiting = Objects.requireNonNull(channels.get(channel));
        boolean overtake = flaw == Flaw.OVERTAKING && random.nextBoolean();
        Message message = overtake ? waiting.removeLast() : waiting.removeFirst();
        if (waiting.isEmpty()) {
            busy.set(choice, busy.getLast());
            busy.removeLast();
        }
        deliver(channel.to(), message);
    }

    private void deliver(Identifier self, Message message) {
        steps++;
        Store store = stores.computeIfAbsent(self, none -> new Store());
        if (random.nextInt(4) == 0) {
            mailboxes.put(self, restored(self, store));
        }
        Mailbox known = mailboxes.computeIfAbsent(self, none -> Mailbox.empty(self, types));
        Mailbox mailbox = random.nextInt(8) == 0 ? known.copy() : known;
        mailboxes.put(self, mailbox);
        Map<FactKey, Said> before = checkEveryStep ? said(mailbox) : Map.of();
        boolean wasAmbiguous = !mailbox.ambiguities().isEmpty();
        boolean wasOverloaded = mailbox.overloaded() != null;
        Step step = mailbox.apply(message);
        ambiguitiesEnded += wasAmbiguous && mailbox.ambiguities().isEmpty() ? 1 : 0;
        overloadsEnded += wasOverloaded && mailbox.overloaded() == null ? 1 : 0;
        step.rowChanges().forEach(change -> write(store, change));
        store.head = step.headToWrite() == null ? store.head : step.headToWrite();
        if (flaw == Flaw.NONE) {
            checkCounters(self, step);
            checkTop(self, step);
        }
        if (checkEveryStep) {
            checkChanged(before, said(mailbox), step);
            checkRestored(mailbox, restored(self, store));
            checkRestored(mailbox, mailbox.copy());
        }
        if (flaw != Flaw.LOST_MESSAGES || random.nextInt(50) > 0) {
            step.outgoing().forEach(outgoing -> send(self, outgoing));
        }
    }

    private void send(Identifier self, Outgoing outgoing) {
        Channel channel = new Channel(self, outgoing.to());
        Deque<Message> waiting = channels.computeIfAbsent(channel, none -> new ArrayDeque<>());
        if (waiting.isEmpty()) {
            busy.add(channel);
        }
        waiting.add(outgoing.message());
    }

    private static void write(Store store, RowChange change) {
        List<String> place = List.of(change.key().toString(), change.via());
        if (change.row() == null) {
            store.rows.remove(place);
        } else {
            store.rows.put(place, change.row());
        }
    }

    private Mailbox restored(Identifier self, Store store) {
        List<Row> rows = new ArrayList<>(store.rows.values());
        Head head = store.head;
        if (flaw == Flaw.COUNTER_FORGOTTEN) {
            rows.replaceAll(row -> row.withHeadSeq(0));
            head = new Head(0, head.floors());
        }
        if (flaw == Flaw.DELETIONS_FORGOTTEN) {
            rows.removeIf(row -> row.fact() == null);
            rows.replaceAll(row -> new Row(row.key(), row.via(), row.fact(), null, row.seq(), row.headSeq()));
        }
        return Mailbox.restore(self, types, head, rows);
    }

    private Fact newest(Fact fact) {
        return Facts.withVersion(fact, new SourceVersion(1, ++arrivals, 0));
    }

    /** Each sender's counter leaves no gap and repeats nothing. */
    private void checkCounters(Identifier self, Step step) {
        for (Outgoing outgoing : step.outgoing()) {
            long seq = switch (outgoing.message()) {
                case Message.Rows rows -> rows.seq();
                case Message.Drop drop -> drop.seq();
                case Message.Home home -> home.fact().version().position();
            };
            assertThat(seq).isEqualTo(counters.merge(self, 1L, Long::sum));
        }
    }

    private void checkTop(Identifier self, Step step) {
        if (step.becameTopmost()) {
            assertThat(standing.add(self)).isTrue();
        }
        if (step.ceasedToBeTopmost()) {
            assertThat(standing.remove(self)).isTrue();
        }
    }

    /** What the projection takes for this order is what told it: the same parents, and everybody below (R19). */
    private void checkLineage(Mailbox topmost) {
        if (!topmost.topmost()) {
            return;
        }
        Lineage lineage = Lineage.of(types, topmost.effective());
        Set<Identifier> order = new HashSet<>(lineage.members(topmost.self()));
        order.addAll(lineage.documents(lineage.members(topmost.self())));
        for (Fact fact : topmost.effective()) {
            assertThat(order).contains(fact.home());
            Mailbox home = Objects.requireNonNull(mailboxes.get(fact.home()));
            assertThat(lineage.parents(fact.home()).all()).isEqualTo(home.parents());
        }
    }

    private static void checkChanged(Map<FactKey, Said> before, Map<FactKey, Said> after, Step step) {
        Set<FactKey> differing = new HashSet<>(before.keySet());
        differing.addAll(after.keySet());
        differing.removeIf(key -> after.containsKey(key) && after.get(key).equals(before.get(key)));
        Set<FactKey> reported = new HashSet<>(step.changed());
        reported.removeIf(key -> key.entity().equals(DerivedLinks.ENTITY));
        differing.removeIf(key -> key.entity().equals(DerivedLinks.ENTITY));
        assertThat(reported).isEqualTo(differing);
    }

    private static void checkRestored(Mailbox live, Mailbox other) {
        assertThat(List.copyOf(other.effective()))
                .usingElementComparator(Simulation::compare)
                .isEqualTo(List.copyOf(live.effective()));
        assertThat(other.parents()).isEqualTo(live.parents());
        assertThat(other.derivedLinks()).isEqualTo(live.derivedLinks());
        assertThat(other.seq()).isEqualTo(live.seq());
        assertThat(other.floors()).isEqualTo(live.floors());
    }

    private static int compare(Fact one, Fact other) {
        return one.saysTheSameAs(other) ? 0 : 1;
    }

    private static Map<FactKey, Said> said(Mailbox mailbox) {
        Map<FactKey, Said> said = new TreeMap<>();
        mailbox.effective().forEach(fact -> said.put(fact.key(), Said.by(fact)));
        return said;
    }
}
