package io.crossdock.order.feed;

import io.crossdock.order.mailbox.Outcome;

/**
 * Tells when most of a connection's live facts are suddenly superseded (R96): its source was restored or failed over and its
 * positions went back, or its connector was rewound. Without this, everything such a source says would be passed over in
 * silence. Counts are halved now and then, so that the recent facts weigh most.
 *
 * @param seen live facts counted, at most {@value #MEMORY}
 * @param superseded how many of them were older than what was known
 * @param regressed true while the source is held to have gone back
 */
public record FeedWatch(int seen, int superseded, boolean regressed) {

    /** Of a connection that has said nothing yet. */
    public static final FeedWatch NEW = new FeedWatch(0, 0, false);

    private static final int MEMORY = 400;
    private static final int FEWEST = 50;
    private static final int TENTHS_TO_OPEN = 8;
    private static final int TENTHS_TO_CLOSE = 2;

    /** The watch after one more live fact. */
    public FeedWatch after(Outcome outcome) {
        int all = seen + 1;
        int old = superseded + (outcome == Outcome.SUPERSEDED ? 1 : 0);
        boolean gone =
                regressed ? old * 10 >= all * TENTHS_TO_CLOSE : all >= FEWEST && old * 10 >= all * TENTHS_TO_OPEN;
        return all < MEMORY ? new FeedWatch(all, old, gone) : new FeedWatch(all / 2, old / 2, gone);
    }
}
