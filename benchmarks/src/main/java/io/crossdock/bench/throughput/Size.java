package io.crossdock.bench.throughput;

/**
 * Orders of one size.
 *
 * @param lines of each order
 * @param warmUp orders that are processed before anything is measured
 * @param orders that are measured
 */
record Size(int lines, int warmUp, int orders) {

    /** So many orders are open at once, as far as there are so many. */
    static final int AT_ONCE = 2_000;

    /** 25 facts an order, 40,000 before and 150,000 measured. */
    static final Size USUAL = new Size(4, 1_600, 6_000);

    /** 55 facts an order. */
    static final Size TEN_LINES = new Size(10, 400, 1_000);

    /** 2,505 facts an order; each event then stands beside 500 lines. */
    static final Size WIDE = new Size(500, 2, 4);

    /** Enough to see that everything works, too few for figures. */
    static final Size SHORT = new Size(4, 40, 200);

    private static final int ROWS_AN_ORDER = 111;
    private static final int ROWS_A_LINE = 24;

    /** Records of one order over its life. */
    int factsAnOrder() {
        return factsAnOrder(lines);
    }

    private static int factsAnOrder(int lines) {
        return 5 * (lines + 1);
    }

    /** Rows that an order stands in the stores as, over the facts that were told of it: counted, of orders of 4 and of 10 lines. */
    double rowsAFact() {
        return (double) (ROWS_AN_ORDER + ROWS_A_LINE * lines) / factsAnOrder();
    }

    /** Orders of so many lines, enough that about so many facts are measured, after as many of which nothing is measured. */
    static Size ofFacts(int lines, int facts) {
        int orders = Math.max(4, facts / factsAnOrder(lines));
        return new Size(lines, orders, orders);
    }
}
