package io.crossdock.local.broker;

/**
 * The place of one broker among all of a cluster.
 *
 * @param node its number, from 1
 * @param all everybody's controllers, {@code 1@127.0.0.1:9093,2@…}
 */
record Voters(int node, String all) {

    private static final int COPIES = 3;

    /** Copies of everything: one on each broker, of three at most. */
    int copies() {
        return Math.min(COPIES, all.split(",", -1).length);
    }

    /** Copies that must have a record before it counts, so that one broker may be missing. */
    int leastInSync() {
        return Math.max(1, copies() - 1);
    }
}
