package io.crossdock.order.mailbox.exhaustive;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.mailbox.Ideal;
import io.crossdock.order.mailbox.Message;
import io.crossdock.order.mailbox.Outgoing;
import io.crossdock.order.mailbox.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The states of a small world as numbers. Each store of a mailbox and each message gets one number for ever, so that a
 * state is a short row of them: which home facts are still to come, the store of each mailbox, the messages of each
 * channel in order. What a mailbox does with a message is worked out once for each pair of numbers.
 */
final class Space {

    private record Kept(int mailbox, Store store) {}

    private record Sent(int receiver, int message) {}

    private record Done(int kept, List<Sent> sent) {}

    private final SmallWorld world;
    private final Carrier carrier;
    private final List<Identifier> mailboxes;
    private final Map<Identifier, ? extends Map<?, Said>> ideal;
    private final List<Kept> kept = new ArrayList<>();
    private final Map<Kept, Integer> numbers = new HashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private final Map<Message, Integer> messageNumbers = new HashMap<>();
    private final Map<Long, Done> done = new HashMap<>();
    private final Map<Integer, Boolean> right = new HashMap<>();

    Space(SmallWorld world, Tampering tampering) {
        this.world = world;
        this.carrier = new Carrier(world.types(), tampering);
        this.mailboxes = world.identifiers();
        this.ideal = Ideal.of(world.types(), world.facts());
    }

    /** Nothing has been delivered. */
    int[] start() {
        int[] state = new int[1 + mailboxes.size()];
        for (int mailbox = 0; mailbox < mailboxes.size(); mailbox++) {
            state[1 + mailbox] = number(new Kept(mailbox, Store.EMPTY));
        }
        return state;
    }

    /** Delivers a home fact. */
    int[] deliver(int[] state, int fact) {
        Fact delivered = world.facts().get(fact);
        int[] after = state.clone();
        after[0] |= 1 << fact;
        return take(after, mailboxes.indexOf(delivered.home()), number(new Message.Home(delivered)));
    }

    /** Delivers the message at a place of a channel. */
    int[] receive(int[] state, int place) {
        int channel = channelOf(state, place);
        int to = receiver(state, channel);
        int message = state[place];
        boolean last = state[channel + 1] == 1;
        int from = last ? channel : place;
        int gone = last ? 3 : 1;
        int[] after = new int[state.length - gone];
        System.arraycopy(state, 0, after, 0, from);
        System.arraycopy(state, from + gone, after, from, after.length - from);
        if (!last) {
            after[channel + 1]--;
        }
        return take(after, to, message);
    }

    /** Places of the headers of all channels that hold something. A channel is its ends, its length, its messages. */
    List<Integer> channels(int[] state) {
        List<Integer> channels = new ArrayList<>();
        for (int at = 1 + mailboxes.size(); at < state.length; at += 2 + state[at + 1]) {
            channels.add(at);
        }
        return channels;
    }

    /** Places of the messages of a channel that can be the next to arrive. */
    List<Integer> next(int[] state, int channel) {
        List<Integer> next = new ArrayList<>();
        int can = world.overtaking() ? state[channel + 1] : 1;
        for (int place = channel + 2; place < channel + 2 + can; place++) {
            next.add(place);
        }
        return next;
    }

    private int channelOf(int[] state, int place) {
        return channels(state).stream()
                .filter(channel -> channel < place)
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    int receiver(int[] state, int channel) {
        return state[channel] % mailboxes.size();
    }

    /** True if each mailbox holds what it should in the end. */
    boolean isRight(int[] state) {
        for (int mailbox = 0; mailbox < mailboxes.size(); mailbox++) {
            if (!right.computeIfAbsent(state[1 + mailbox], this::holdsTheIdeal)) {
                return false;
            }
        }
        return true;
    }

    String describe(int[] state, int action) {
        if (action < world.facts().size()) {
            Fact fact = world.facts().get(action);
            return fact.op() + " " + fact.key() + " version " + fact.version().position() + " " + fact.links();
        }
        int place = action - world.facts().size();
        int ends = state[channelOf(state, place)];
        return mailboxes.get(ends / mailboxes.size()) + " to " + mailboxes.get(ends % mailboxes.size()) + ": "
                + messages.get(state[place]).getClass().getSimpleName();
    }

    private boolean holdsTheIdeal(int number) {
        Identifier self = mailboxes.get(kept.get(number).mailbox());
        Map<Object, Said> held = new TreeMap<>();
        kept.get(number)
                .store()
                .open(self, carrier.tampering().types(world.types()))
                .effective()
                .forEach(fact -> held.put(fact.key(), Said.by(fact)));
        Map<?, Said> expected = ideal.get(self);
        return expected == null ? held.isEmpty() : held.equals(expected);
    }

    private int[] take(int[] state, int mailbox, int message) {
        int before = state[1 + mailbox];
        Done step = done.computeIfAbsent(((long) before << 32) | message, pair -> work(mailbox, before, message));
        int[] after = state;
        after[1 + mailbox] = step.kept();
        for (Sent sent : step.sent()) {
            after = append(after, mailbox * mailboxes.size() + sent.receiver(), sent.message());
        }
        return after;
    }

    private Done work(int mailbox, int before, int message) {
        Carrier.Carried carried =
                carrier.take(mailboxes.get(mailbox), kept.get(before).store(), messages.get(message));
        List<Sent> sent = new ArrayList<>();
        for (Outgoing outgoing : carried.outgoing()) {
            sent.add(new Sent(mailboxes.indexOf(outgoing.to()), number(outgoing.message())));
        }
        return new Done(number(new Kept(mailbox, carried.store())), sent);
    }

    /** Channels are kept in the order of their ends, so that equal states are equal rows of numbers. */
    private int[] append(int[] state, int ends, int message) {
        int at = 1 + mailboxes.size();
        while (at < state.length && state[at] < ends) {
            at += 2 + state[at + 1];
        }
        boolean isNew = at == state.length || state[at] != ends;
        int place = isNew ? at : at + 2 + state[at + 1];
        int[] inserted = isNew ? new int[] {ends, 1, message} : new int[] {message};
        int[] after = Arrays.copyOf(state, state.length + inserted.length);
        System.arraycopy(inserted, 0, after, place, inserted.length);
        System.arraycopy(state, place, after, place + inserted.length, state.length - place);
        if (!isNew) {
            after[at + 1]++;
        }
        return after;
    }

    private int number(Kept one) {
        return numbers.computeIfAbsent(one, none -> {
            kept.add(one);
            return kept.size() - 1;
        });
    }

    private int number(Message message) {
        return messageNumbers.computeIfAbsent(message, none -> {
            messages.add(message);
            return messages.size() - 1;
        });
    }
}
