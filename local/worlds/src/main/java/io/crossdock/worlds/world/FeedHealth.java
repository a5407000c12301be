package io.crossdock.worlds.world;

import java.util.HashMap;
import java.util.Map;

/** How much of what a source says is older than what it has said before, as whoever listens to it hears it. */
final class FeedHealth {

    /** Fewer say nothing about a source. */
    private static final int FEWEST = 50;

    /** What was said before so many others weighs half. */
    private static final int LONG_AGO = 400;

    private record Place(int era, long position) {}

    private final Map<String, Place> newest = new HashMap<>();
    private boolean listens = true;
    private int said;
    private int inVain;
    private boolean isGone;
    private boolean wasGone;

    /** Whether what is said from now on is heard, or put aside. */
    void listens(boolean heard) {
        listens = heard;
    }

    /** The source has told of a row, at a position of its log. */
    void said(String row, int era, long position) {
        if (!listens) {
            return;
        }
        Place known = newest.get(row);
        boolean old = known != null && (known.era > era || (known.era == era && known.position > position));
        if (!old) {
            newest.put(row, new Place(era, position));
        }
        said++;
        inVain += old ? 1 : 0;
        boolean most = said >= FEWEST && inVain * 5 >= said * 4;
        boolean few = inVain * 5 < said;
        isGone = isGone ? !few : most;
        if (said >= LONG_AGO) {
            said /= 2;
            inVain /= 2;
        }
        wasGone |= isGone;
    }

    /** True while most of what it says is in vain. */
    boolean isGone() {
        return isGone;
    }

    /** True if that was so at any time. */
    boolean wasGone() {
        return wasGone;
    }
}
