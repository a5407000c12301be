package io.crossdock.local.client.replay;

import io.crossdock.local.client.Count;
import io.crossdock.local.client.Span;
import io.crossdock.local.client.Ticker;
import java.time.Duration;

/** Shows how far a rebuild is: percent, records in a second, time left. */
final class Progress {

    private static final int CELLS = 20;
    private static final long PERCENT = 100;

    private final Ticker ticker;
    private final Pace pace = new Pace();

    Progress(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Shows how it stands. */
    void show(Rebuild rebuild) {
        pace.saw(rebuild.read(), System.nanoTime());
        String phase = rebuild.phase() + (rebuild.isCatchingUp() ? ", catching up" : "");
        ticker.show(phase, rebuild.name() + ": " + text(rebuild, pace));
    }

    /** Nobody answers, which is usual while the server starts itself again. */
    void away(String server) {
        ticker.show("AWAY", "Waiting for " + server + ", which starts again.");
    }

    /** Something goes on after it. */
    void then(String phase, String text) {
        ticker.show(phase, text);
    }

    void end() {
        ticker.end();
    }

    static String text(Rebuild rebuild, Pace pace) {
        return switch (rebuild.phase()) {
            case READING -> rebuild.isCatchingUp() ? catchingUp(rebuild) : reading(rebuild, pace);
            case PUBLISHING -> "publishing the status of every order again";
            case DONE -> "done";
            case NONE, OTHER -> "waiting for it to begin";
        };
    }

    /** How much of it is read, such as {@code 42 % (52100 of 124000 records)}. */
    static String share(Rebuild rebuild) {
        return percent(rebuild) + " % (" + rebuild.read() + " of " + rebuild.total() + " records)";
    }

    private static String reading(Rebuild rebuild, Pace pace) {
        int full = (int) (percent(rebuild) * CELLS / PERCENT);
        Duration left = pace.forMore(rebuild.total() - rebuild.read());
        return "█".repeat(full) + "·".repeat(CELLS - full) + " " + share(rebuild)
                + (left == null ? "" : ", " + Math.round(pace.perSecond()) + " a second, " + Span.age(left) + " left");
    }

    private static String catchingUp(Rebuild rebuild) {
        return rebuild.behind() == 0
                ? "every raw record is read"
                : "every raw record is read, " + Count.of(rebuild.behind(), "message") + " between mailboxes to go";
    }

    /** Rounded down: 100 % means all. */
    private static long percent(Rebuild rebuild) {
        return rebuild.total() == 0 ? PERCENT : Math.min(PERCENT, rebuild.read() * PERCENT / rebuild.total());
    }
}
