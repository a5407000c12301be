package io.crossdock.order.mailbox.exhaustive;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks at every state that a small world can get into: all orders in which the home facts can be delivered, times all
 * interleavings of the messages in flight, first-in-first-out for each sender and receiver unless the world says otherwise. Depth first, with a set of
 * the states seen.
 */
public final class Search {

    /**
     * What a search came to.
     *
     * @param states different states seen
     * @param steps steps taken, those into a state seen before too
     * @param ends different states in which nothing is left to do
     * @param depth steps of the longest way
     * @param frontier steps known and not taken yet
     * @param share how much of the tree of ways is done, from 0 to 1, as if all branches of one state were equally large
     * @param complete true if nothing is left
     * @param failure the way to what is wrong; empty if nothing is
     */
    public record Result(
            long states,
            long steps,
            long ends,
            int depth,
            long frontier,
            double share,
            boolean complete,
            List<String> failure) {

        @Override
        public String toString() {
            return "%,d states, %,d steps, %,d ends, depth %d, frontier %d, %.2f %% of the tree, %s"
                    .formatted(
                            states,
                            steps,
                            ends,
                            depth,
                            frontier,
                            100 * share,
                            !failure.isEmpty() ? "WRONG" : complete ? "complete" : "not complete");
        }
    }

    /** A state on the way to the present one, and the actions that are left to try there. */
    private static final class Frame {
        private final int[] state;
        private final List<Integer> actions;
        private int next;

        private Frame(int[] state, List<Integer> actions) {
            this.state = state;
            this.actions = actions;
        }
    }

    /** Steps between two looks at clock and memory; each adds one state at most. */
    private static final int LOOK = 4_096;

    private static final Duration PROGRESS = Duration.ofSeconds(10);

    private final SmallWorld world;
    private final Space space;
    private final Choices choices;
    private final Fingerprints seen = new Fingerprints();
    private final Fingerprints ends = new Fingerprints();
    private final Deque<Frame> path = new ArrayDeque<>();
    private long steps;
    private int depth;
    private long frontier;

    /** A search of one world under a tampering; {@code reduced} leaves out the order of unrelated steps ({@link Choices}). */
    public Search(SmallWorld world, Tampering tampering, boolean reduced) {
        this.world = world;
        this.space = new Space(world, tampering);
        this.choices = new Choices(world, space, reduced);
    }

    /** Searches until everything was seen, something is wrong, or the time or memory is used up. */
    public Result run(Duration atMost, Consumer<Result> progress) {
        long end = System.nanoTime() + atMost.toNanos();
        long tell = System.nanoTime() + PROGRESS.toNanos();
        enter(space.start());
        while (!path.isEmpty()) {
            Frame top = path.getLast();
            if (top.next == top.actions.size()) {
                path.removeLast();
                continue;
            }
            int action = top.actions.get(top.next++);
            frontier--;
            steps++;
            try {
                if (!enter(step(top.state, action))) {
                    return result(false, "an end that is not what the facts say");
                }
            } catch (Carrier.Violation violation) {
                return result(false, violation.getMessage());
            }
            if (steps % LOOK == 0) {
                if (System.nanoTime() > end || !seen.hasRoomFor(LOOK)) {
                    return result(false, "");
                }
                if (System.nanoTime() > tell) {
                    tell += PROGRESS.toNanos();
                    progress.accept(result(false, ""));
                }
            }
        }
        return result(true, "");
    }

    private int[] step(int[] state, int action) {
        int facts = world.facts().size();
        return action < facts ? space.deliver(state, action) : space.receive(state, action - facts);
    }

    /** Goes to a state; false if it is an end and wrong. */
    private boolean enter(int[] state) {
        if (!seen.add(state)) {
            return true;
        }
        List<Integer> actions = choices.at(state);
        path.addLast(new Frame(state, actions));
        frontier += actions.size();
        depth = Math.max(depth, path.size());
        if (actions.isEmpty()) {
            ends.add(state);
            return space.isRight(state);
        }
        return true;
    }

    private Result result(boolean complete, String wrong) {
        List<String> failure = new ArrayList<>();
        if (!wrong.isEmpty()) {
            path.forEach(frame -> {
                if (frame.next > 0) {
                    failure.add(space.describe(frame.state, frame.actions.get(frame.next - 1)));
                }
            });
            failure.add(wrong);
        }
        return new Result(seen.size(), steps, ends.size(), depth, frontier, complete ? 1 : share(), complete, failure);
    }

    private double share() {
        double share = 0;
        double weight = 1;
        for (Frame frame : path) {
            if (!frame.actions.isEmpty()) {
                weight /= frame.actions.size();
                share += weight * Math.max(0, frame.next - 1);
            }
        }
        return share;
    }
}
