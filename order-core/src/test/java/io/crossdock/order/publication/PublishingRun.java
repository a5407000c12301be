package io.crossdock.order.publication;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.link.DerivedLinks;
import io.crossdock.order.mailbox.Facts;
import io.crossdock.order.mailbox.Mailbox;
import io.crossdock.order.mailbox.Message;
import io.crossdock.order.mailbox.Outgoing;
import io.crossdock.order.mailbox.Step;
import io.crossdock.order.mailbox.World;
import io.crossdock.order.status.Names;
import io.crossdock.order.status.OrderId;
import io.crossdock.order.status.Ownership;
import io.crossdock.order.status.Projected;
import io.crossdock.order.status.Projection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every identifier on a partition of its own: what is published, under random interleavings of all messages. */
final class PublishingRun {

    /** What may be wrong with how orders are published. */
    enum Flaw {
        NONE,
        /** Each topmost mailbox writes the record itself. */
        EVERYBODY_WRITES,
        /** A root takes every word, whatever its version. */
        ANY_VERSION_STANDS,
        /** A mailbox does not say that an order has left it. */
        NOBODY_LEAVES,
        /** A root does not state what stands when a word was refused or taken back. */
        NO_ANSWER,
        /** What a row of the order states of another counts as known, whatever that one's own mailbox says. */
        NAMES_FROM_ROWS
    }

    private record Channel(Identifier from, Identifier to) {}

    /** A notice, with the status it may carry. */
    private record Sent(Notice notice, String contentHash) {}

    private final Random random;
    private final World world;
    private final Flaw flaw;
    private final Projection projection;
    private final List<Fact> inputs;
    private final Map<Identifier, Mailbox> mailboxes = new TreeMap<>();
    private final Map<Identifier, Publisher> publishers = new HashMap<>();
    private final Map<Channel, Deque<Object>> channels = new HashMap<>();
    private final List<Channel> busy = new ArrayList<>();
    private final StatusTopic topic = new StatusTopic();
    private int notices;
    private int known;

    PublishingRun(long seed, Flaw flaw) {
        this.random = new Random(seed);
        this.world = World.of(seed);
        this.flaw = flaw;
        this.projection = new Projection(world.types(), Ownership.of(List.of()));
        this.inputs = new ArrayList<>(world.facts());
        Collections.shuffle(inputs, random);
    }

    /** Runs until nothing is on its way; answers what a reader of the topic has seen. */
    StatusTopic run() {
        int steps = 0;
        while (!inputs.isEmpty() || !busy.isEmpty()) {
            if (++steps > 200_000) {
                throw new IllegalStateException("Notices run in circles");
            }
            int choice = random.nextInt(busy.size() + (inputs.isEmpty() ? 0 : 1));
            if (choice == busy.size()) {
                Fact fact = inputs.removeLast();
                tell(fact.home(), new Message.Home(fact));
            } else {
                receive(choice);
            }
        }
        return topic;
    }

    /** What the topmost mailboxes hold in the end: hash of each order's status. */
    Map<String, String> held() {
        Map<String, String> held = new TreeMap<>();
        mailboxes.values().stream().filter(Mailbox::topmost).forEach(mailbox -> {
            Projected projected = projection.project(mailbox.self(), mailbox.effective());
            if (projected.orderId() != null) {
                held.put(projected.orderId(), projected.contentHash());
            }
        });
        return held;
    }

    /** The orders at whose topmost mailboxes the facts of a former order's root are in the end. */
    Set<String> ordersThatHold(String former) {
        Set<String> orders = new TreeSet<>();
        mailboxes.values().stream()
                .filter(Mailbox::topmost)
                .filter(mailbox -> mailbox.effective().stream()
                        .anyMatch(fact -> OrderId.of(fact.home()).equals(former)))
                .forEach(mailbox -> {
                    Projected projected = projection.project(mailbox.self(), mailbox.effective());
                    if (projected.orderId() != null) {
                        orders.add(projected.orderId());
                    }
                });
        return orders;
    }

    /** True if the order's root hands its facts to a mailbox that hears nobody (R25), directly or through others. */
    boolean isUnheard(String orderId) {
        return mailboxes.keySet().stream()
                .filter(id -> OrderId.of(id).equals(orderId))
                .anyMatch(this::isBelowADeafOne);
    }

    private boolean isBelowADeafOne(Identifier self) {
        Mailbox mailbox = mailboxes.get(self);
        return mailbox != null
                && mailbox.parents().stream().anyMatch(parent -> {
                    Mailbox above = mailboxes.get(parent);
                    return above == null || above.overloaded() != null || isBelowADeafOne(parent);
                });
    }

    /** How often an order heard its own names once more. */
    int known() {
        return known;
    }

    int notices() {
        return notices;
    }

    private void receive(int choice) {
        Channel channel = busy.get(choice);
        Deque<Object> waiting = Objects.requireNonNull(channels.get(channel));
        Object first = waiting.removeFirst();
        if (waiting.isEmpty()) {
            busy.set(choice, busy.getLast());
            busy.removeLast();
        }
        if (first instanceof Sent sent) {
            enter(channel.to(), sent);
        } else {
            tell(channel.to(), (Message) first);
        }
    }

    private void tell(Identifier self, Message message) {
        Mailbox mailbox = mailboxes.computeIfAbsent(self, none -> Mailbox.empty(self, world.types()));
        Step step = mailbox.apply(message);
        step.outgoing().forEach(outgoing -> send(self, outgoing.to(), outgoing.message()));
        if ((mailbox.topmost() && (!step.changed().isEmpty() || step.becameTopmost())) || step.ceasedToBeTopmost()) {
            look(mailbox, step.changed());
        }
    }

    private void look(Mailbox mailbox, SortedSet<FactKey> changed) {
        Identifier self = mailbox.self();
        Publisher publisher = publishers.getOrDefault(self, Publisher.of(self));
        if (publisher.shown() != null && hearsItsOwnNames(mailbox, changed)) {
            known++;
            return;
        }
        Publisher.Step step = publisher.look(sight(mailbox, changed), 1);
        publishers.put(self, step.publisher());
        Publisher.Shown shown = step.publisher().shown();
        SortedMap<Identifier, Notice> due = new TreeMap<>(step.notices());
        if (step.version() != null && shown != null) {
            due.put(shown.order().root(), new Notice.Shown(self, step.version()));
        }
        due.forEach((root, notice) -> {
            String hash = shown == null ? "" : shown.order().contentHash();
            if (root.equals(self) || (flaw == Flaw.EVERYBODY_WRITES && !(notice instanceof Notice.Left))) {
                write(root, new Sent(notice, hash));
                if (root.equals(self)) {
                    keep(mailbox, step.publisher().register(), hash);
                }
            } else if (flaw != Flaw.EVERYBODY_WRITES
                    && (flaw != Flaw.NOBODY_LEAVES || !(notice instanceof Notice.Left))) {
                notices++;
                send(self, root, new Sent(notice, hash));
            }
        });
    }

    /** As in the application (R200): such a step is not looked at. */
    private boolean hearsItsOwnNames(Mailbox mailbox, SortedSet<FactKey> changed) {
        if (!mailbox.topmost()
                || mailbox.overloaded() != null
                || !mailbox.ambiguities().isEmpty()) {
            return false;
        }
        if (flaw != Flaw.NAMES_FROM_ROWS) {
            return Names.areKnown(world.types(), mailbox.effective(), changed);
        }
        return !changed.isEmpty()
                && changed.stream().allMatch(key -> key.entity().equals(DerivedLinks.ENTITY))
                && changed.stream()
                        .allMatch(key -> mailbox.effective().stream()
                                .anyMatch(fact -> fact.key().equals(key)));
    }

    private Sight sight(Mailbox mailbox, SortedSet<FactKey> changed) {
        List<Sight.Former> formers = new ArrayList<>();
        OrderVersion seen = null;
        for (Fact fact : mailbox.effective()) {
            if (fact.statement() instanceof Statement.FormerOrder former) {
                formers.add(new Sight.Former(fact.home(), former, changed.contains(fact.key())));
                seen = seen == null || former.version().compareTo(seen) > 0 ? former.version() : seen;
            }
        }
        Projected projected = mailbox.topmost() ? projection.project(mailbox.self(), mailbox.effective()) : null;
        return new Sight(
                mailbox.topmost(),
                order(projected),
                formers,
                FormerOrders.gone(changed, formers),
                seen,
                null,
                home -> mailbox.effective().stream()
                        .anyMatch(fact -> fact.home().equals(home)));
    }

    private static Sight.@Nullable Order order(@Nullable Projected projected) {
        return projected == null || projected.root() == null || projected.orderId() == null
                ? null
                : new Sight.Order(projected.root(), projected.orderId(), projected.contentHash());
    }

    private void enter(Identifier root, Sent sent) {
        Mailbox mailbox = mailboxes.computeIfAbsent(root, none -> Mailbox.empty(root, world.types()));
        Publisher publisher = publishers.getOrDefault(root, Publisher.of(root));
        Register before = flaw == Flaw.ANY_VERSION_STANDS
                ? new Register(
                        null, publisher.register().by(), publisher.register().shown())
                : publisher.register();
        Register.Entry entry = before.enter(sent.notice(), mailbox.topmost());
        publishers.put(root, publisher.with(entry.register()));
        if (entry.write()) {
            write(root, sent);
        }
        if (entry.state() && flaw != Flaw.NO_ANSWER && entry.register().version() != null) {
            keep(mailbox, entry.register(), "");
        }
    }

    private void write(Identifier root, Sent sent) {
        switch (sent.notice()) {
            case Notice.Shown shown -> topic.show(OrderId.of(root), shown.version(), sent.contentHash());
            case Notice.Ended ended -> topic.end(OrderId.of(root), ended.version(), ended.survivor());
            case Notice.Left left -> throw new IllegalStateException("Nothing is written when facts leave: " + left);
            case Notice.Forgotten forgotten ->
                throw new IllegalStateException("Nothing is forgotten here: " + forgotten);
        }
    }

    /** As in the application: what a mailbox keeps of its own is no news to itself. */
    private void keep(Mailbox mailbox, Register register, String hash) {
        Fact fact = FormerOrders.fact(mailbox.self(), register, hash, Facts.MIDNIGHT);
        Step kept = mailbox.apply(new Message.Home(fact));
        for (Outgoing outgoing : kept.outgoing()) {
            send(mailbox.self(), outgoing.to(), outgoing.message());
        }
    }

    private void send(Identifier from, Identifier to, Object message) {
        Channel channel = new Channel(from, to);
        Deque<Object> waiting = channels.computeIfAbsent(channel, none -> new ArrayDeque<>());
        if (waiting.isEmpty()) {
            busy.add(channel);
        }
        waiting.add(message);
    }
}
