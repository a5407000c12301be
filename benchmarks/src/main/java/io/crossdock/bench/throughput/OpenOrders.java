package io.crossdock.bench.throughput;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Random;
import java.util.function.IntFunction;

/** The records of many orders, mixed as they come when so many are open at once: each order's own stay in sequence. */
final class OpenOrders implements Iterator<RawFact> {

    private static final long SEED = 7;

    private final Random random = new Random(SEED);
    private final List<Queue<RawFact>> open = new ArrayList<>();
    private final IntFunction<List<RawFact>> order;
    private final int end;
    private final int atOnce;
    private int next;

    /**
     * The records of the orders from {@code first} on.
     *
     * @param first number of the first order; orders are distinct by their number
     * @param orders how many
     * @param lines of each
     * @param atOnce how many are open at once
     */
    OpenOrders(int first, int orders, int lines, int atOnce) {
        this(first, orders, number -> TypicalOrder.of(number, lines), atOnce);
    }

    private OpenOrders(int first, int orders, IntFunction<List<RawFact>> order, int atOnce) {
        this.next = first;
        this.end = first + orders;
        this.order = order;
        this.atOnce = atOnce;
    }

    /** The same orders, and all that is expected of them. */
    static OpenOrders done(int first, int orders, int lines, int atOnce) {
        return new OpenOrders(first, orders, number -> TypicalOrder.done(number, lines), atOnce);
    }

    @Override
    public boolean hasNext() {
        return next < end || !open.isEmpty();
    }

    @Override
    public RawFact next() {
        while (open.size() < atOnce && next < end) {
            open.add(new ArrayDeque<>(order.apply(next++)));
        }
        if (open.isEmpty()) {
            throw new NoSuchElementException("every order has told everything");
        }
        int index = random.nextInt(open.size());
        Queue<RawFact> order = open.get(index);
        RawFact fact = order.remove();
        if (order.isEmpty()) {
            open.set(index, open.getLast());
            open.removeLast();
        }
        return fact;
    }
}
