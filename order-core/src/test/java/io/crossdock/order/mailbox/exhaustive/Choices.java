package io.crossdock.order.mailbox.exhaustive;

import io.crossdock.order.fact.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can happen next in a state: a home fact that was not delivered yet, or a message that is in flight.
 *
 * <p><b>Reduction.</b> Steps at different receivers commute: each changes its own mailbox, takes a message out of a
 * channel to it and adds to the end of channels from it, and neither can make the other impossible. So in a state in which
 * no mailbox that could ever cause a message to R ({@link MayTell}) has anything to take, what R can take now is a
 * persistent set: whatever the others do, they neither bring R a further choice nor change what a choice at R does. It is
 * then enough to look at the steps of R. Every order of messages at every single mailbox is still seen, and with it every
 * store that a mailbox can come to and every state at the end; only the order of unrelated steps of different mailboxes is
 * not. {@code ExhaustiveTest} compares the ends with and without the reduction.
 */
final class Choices {

    private final SmallWorld world;
    private final Space space;
    private final boolean reduced;
    private final Map<Identifier, Set<Identifier>> upstream;

    Choices(SmallWorld world, Space space, boolean reduced) {
        this.world = world;
        this.space = space;
        this.reduced = reduced;
        this.upstream = MayTell.upstream(world.types(), world.facts());
    }

    /** The actions to try: the number of a home fact, or the number of home facts and the place of a message. */
    List<Integer> at(int[] state) {
        Set<Integer> busy = busy(state);
        if (reduced) {
            for (int receiver : busy) {
                if (nothingCanStillReach(receiver, busy)) {
                    return actions(state, Set.of(receiver));
                }
            }
        }
        return actions(state, busy);
    }

    private boolean nothingCanStillReach(int receiver, Set<Integer> busy) {
        Set<Identifier> senders = upstream.getOrDefault(world.identifiers().get(receiver), Set.of());
        return busy.stream()
                .noneMatch(other -> other != receiver
                        && senders.contains(world.identifiers().get(other)));
    }

    private Set<Integer> busy(int[] state) {
        Set<Integer> busy = new TreeSet<>();
        for (int fact = 0; fact < world.facts().size(); fact++) {
            if (isToCome(state, fact)) {
                busy.add(world.home(fact));
            }
        }
        space.channels(state).forEach(channel -> busy.add(space.receiver(state, channel)));
        return busy;
    }

    private List<Integer> actions(int[] state, Set<Integer> receivers) {
        List<Integer> actions = new ArrayList<>();
        for (int fact = 0; fact < world.facts().size(); fact++) {
            if (isToCome(state, fact) && receivers.contains(world.home(fact))) {
                actions.add(fact);
            }
        }
        for (int channel : space.channels(state)) {
            if (receivers.contains(space.receiver(state, channel))) {
                space.next(state, channel)
                        .forEach(place -> actions.add(world.facts().size() + place));
            }
        }
        return actions;
    }

    private static boolean isToCome(int[] state, int fact) {
        return (state[0] & (1 << fact)) == 0;
    }
}
