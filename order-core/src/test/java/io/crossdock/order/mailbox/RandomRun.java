package io.crossdock.order.mailbox;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.mailbox.exhaustive.Carrier;
import io.crossdock.order.mailbox.exhaustive.Store;
import io.crossdock.order.mailbox.exhaustive.Tampering;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** One random interleaving of one random world, with the protocol tampered with. */
final class RandomRun {

    private record Channel(Identifier from, Identifier to) {}

    private final Random random;
    private final World world;
    private final Carrier carrier;
    private final List<Fact> inputs;
    private final Map<Identifier, Store> stores = new TreeMap<>();
    private final Map<Channel, Deque<Message>> channels = new HashMap<>();
    private final List<Channel> busy = new ArrayList<>();

    RandomRun(long seed, Tampering tampering) {
        this.random = new Random(seed);
        this.world = World.of(seed);
        this.carrier = new Carrier(world.types(), tampering);
        this.inputs = new ArrayList<>(world.facts());
        Collections.shuffle(inputs, random);
    }

    /** True if it ends in what the facts say and nothing impossible happened on the way. */
    boolean isRight() {
        try {
            run();
        } catch (Carrier.Violation violation) {
            return false;
        }
        return held().equals(Ideal.of(world.types(), world.facts()));
    }

    private void run() {
        while (!inputs.isEmpty() || !busy.isEmpty()) {
            int choice = random.nextInt(busy.size() + (inputs.isEmpty() ? 0 : 2));
            if (choice >= busy.size()) {
                Fact fact = inputs.removeLast();
                take(fact.home(), new Message.Home(fact));
            } else {
                Channel channel = busy.get(choice);
                Deque<Message> waiting = Objects.requireNonNull(channels.get(channel));
                Message message = waiting.removeFirst();
                if (waiting.isEmpty()) {
                    busy.remove(choice);
                }
                take(channel.to(), message);
            }
        }
    }

    private void take(Identifier self, Message message) {
        Carrier.Carried carried = carrier.take(self, stores.getOrDefault(self, Store.EMPTY), message);
        stores.put(self, carried.store());
        for (Outgoing outgoing : carried.outgoing()) {
            Channel channel = new Channel(self, outgoing.to());
            Deque<Message> waiting = channels.computeIfAbsent(channel, none -> new ArrayDeque<>());
            if (waiting.isEmpty()) {
                busy.add(channel);
            }
            waiting.add(outgoing.message());
        }
    }

    private Map<Identifier, Map<FactKey, Said>> held() {
        Map<Identifier, Map<FactKey, Said>> held = new TreeMap<>();
        stores.forEach((self, store) -> {
            Map<FactKey, Said> said = new TreeMap<>();
            store.open(self, carrier.tampering().types(world.types()))
                    .effective()
                    .forEach(fact -> said.put(fact.key(), Said.by(fact)));
            if (!said.isEmpty()) {
                held.put(self, said);
            }
        });
        return held;
    }
}
