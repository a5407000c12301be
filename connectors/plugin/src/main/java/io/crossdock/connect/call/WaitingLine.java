package io.crossdock.connect.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Those who wait: first come first served in each lane, and three express for one normal while both wait. */
final class WaitingLine<W> {

    /** So many may go ahead of one that waits in the normal lane. */
    static final int MOST_AHEAD = 3;

    private final Deque<W> express = new ArrayDeque<>();
    private final Deque<W> normal = new ArrayDeque<>();
    private int wentAhead;

    void join(Lane lane, W one) {
        of(lane).add(one);
    }

    /** One who was inside just now comes back for the rest of the same errand. */
    void joinInFront(Lane lane, W one) {
        of(lane).addFirst(one);
    }

    void leave(Lane lane, W one) {
        of(lane).remove(one);
    }

    /**
     * Who is next.
     *
     * @param barred a lane whose turn is passed over, because it could not go now and the other can
     * @return null if nobody waits
     */
    @Nullable
    W next(Predicate<Lane> barred) {
        if (express.isEmpty() || normal.isEmpty()) {
            return express.isEmpty() ? normal.peek() : express.peek();
        }
        return wentAhead < MOST_AHEAD || barred.test(Lane.NORMAL) ? express.peek() : normal.peek();
    }

    /** The first of a lane goes. */
    void served(Lane lane) {
        of(lane).poll();
        wentAhead = lane == Lane.EXPRESS && !of(Lane.NORMAL).isEmpty() ? wentAhead + 1 : 0;
    }

    void forEach(Consumer<W> action) {
        express.forEach(action);
        normal.forEach(action);
    }

    int size() {
        return express.size() + normal.size();
    }

    private Deque<W> of(Lane lane) {
        return lane == Lane.EXPRESS ? express : normal;
    }
}
