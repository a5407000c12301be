package io.crossdock.worlds.delivery;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.mailbox.Mailbox;
import io.crossdock.order.mailbox.Message;
import io.crossdock.order.mailbox.Outgoing;
import io.crossdock.order.mailbox.Step;
import io.crossdock.worlds.world.Dice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Mailboxes on channels that keep their order per sender and receiver and are late by chance otherwise, as partitions
 * are. Now and then a mailbox is forgotten and restored from the rows it wrote.
 */
final class Network {

    private record Channel(Identifier from, Identifier to) {}

    private final IdentifierTypes types;
    private final Plan plan;
    private final Flaw flaw;
    private final Guard guard;
    private final Witness witness;
    private final Dice dice;
    private final Map<Identifier, Mailbox> mailboxes = new TreeMap<>();
    private final Map<Identifier, Rows> stored = new HashMap<>();
    private final Map<Channel, Deque<Message>> channels = new HashMap<>();
    private final List<Channel> busy = new ArrayList<>();

    Network(IdentifierTypes types, Plan plan, Flaw flaw, Guard guard, Witness witness) {
        this.types = types;
        this.plan = plan;
        this.flaw = flaw;
        this.guard = guard;
        this.witness = witness;
        this.dice = new Dice(plan.seed() ^ 0x5DEECE66DL);
    }

    /** Delivers all facts and everything that mailboxes tell each other about them. */
    void deliver(List<Fact> facts) {
        int next = 0;
        while (next < facts.size() || !busy.isEmpty()) {
            int waiting = next < facts.size() ? 2 : 0;
            int choice = dice.below(busy.size() + waiting);
            if (choice >= busy.size()) {
                Fact fact = flaw.arriving(facts.get(next), next);
                next++;
                if (fact != null) {
                    receive(fact.home(), new Message.Home(fact));
                }
            } else {
                take(choice);
            }
        }
    }

    /** Every mailbox that holds facts and has nobody above it. */
    List<Mailbox> topmost() {
        return mailboxes.values().stream()
                .filter(mailbox -> mailbox.topmost() && !mailbox.effective().isEmpty())
                .toList();
    }

    /** Every mailbox that more identifiers name than can (R25). */
    List<Mailbox> overloaded() {
        return mailboxes.values().stream()
                .filter(mailbox -> mailbox.overloaded() != null)
                .toList();
    }

    private void take(int choice) {
        Channel channel = busy.get(choice);
        Deque<Message> waiting = Objects.requireNonNull(channels.get(channel));
        Message message = waiting.removeFirst();
        if (waiting.isEmpty()) {
            busy.set(choice, busy.getLast());
            busy.removeLast();
        }
        receive(channel.to(), message);
    }

    private void receive(Identifier self, Message message) {
        boolean restarts = plan.has(Trouble.RESTARTED);
        Rows rows = restarts ? stored.computeIfAbsent(self, none -> new Rows()) : null;
        if (rows != null && dice.oneIn(12)) {
            mailboxes.put(self, rows.restore(self, types, plan.has(Trouble.STORED)));
        }
        Mailbox mailbox = mailboxes.computeIfAbsent(self, none -> Mailbox.empty(self, types));
        if (message instanceof Message.Home(Fact fact) && guard.holds(fact, mailbox)) {
            return;
        }
        apply(mailbox, message, rows);
    }

    /** What was held is applied, as it is when somebody has said that it was meant. */
    void confirm() {
        for (Fact fact : guard.confirmed()) {
            Mailbox mailbox = mailboxes.computeIfAbsent(fact.home(), self -> Mailbox.empty(self, types));
            apply(mailbox, new Message.Home(fact), stored.get(fact.home()));
        }
        deliver(List.of());
    }

    private void apply(Mailbox mailbox, Message message, @Nullable Rows rows) {
        Step step = mailbox.apply(message);
        if (message instanceof Message.Home(Fact fact)) {
            guard.ended(fact, step.outcome());
        }
        if (rows != null) {
            rows.write(step);
        }
        step.outgoing().forEach(outgoing -> send(mailbox.self(), outgoing));
        witness.sees(mailbox);
    }

    private void send(Identifier self, Outgoing outgoing) {
        if (!flaw.carries(outgoing.message())) {
            return;
        }
        Channel channel = new Channel(self, outgoing.to());
        Deque<Message> waiting = channels.computeIfAbsent(channel, none -> new ArrayDeque<>());
        if (waiting.isEmpty()) {
            busy.add(channel);
        }
        waiting.add(outgoing.message());
    }
}
