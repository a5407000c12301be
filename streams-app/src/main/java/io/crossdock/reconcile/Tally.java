package io.crossdock.reconcile;

import io.crossdock.contract.RunningRound;
import io.crossdock.contract.SourceTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one entity stands in one partition: what a round has counted so far, and what is open. Owned by one task. */
final class Tally {

    private static final int NAMED = 5;

    private SourceTally said;
    private @Nullable Counting counting;
    private long missing;
    private long stale;
    private long surplus;
    private boolean more;
    private List<String> named = new ArrayList<>();
    private List<String> namedSurplus = new ArrayList<>();

    /** What a round that reads the entity now has counted. */
    private static final class Counting {
        private final long round;
        private long rows;
        private long held;
        private long walked;
        private @Nullable Long about;

        private Counting(long round) {
            this.round = round;
        }
    }

    /** {@code said} is what was published last. */
    Tally(SourceTally said) {
        // A round of which the begin was not seen here is not counted.
        this.said = SourceTally.newBuilder(said).setRunning(null).build();
    }

    void begin(long round) {
        counting = new Counting(round);
    }

    /** A row was met; nothing if the begin of its round was not. */
    void met(long round, boolean held) {
        if (counting != null && counting.round == round) {
            counting.rows++;
            counting.held += held ? 1 : 0;
        }
    }

    void walked(long round, long rows, @Nullable Long about) {
        if (counting != null && counting.round == round) {
            counting.walked = rows;
            counting.about = about;
        }
    }

    /** The round has ended; false if its begin was not seen here. */
    boolean end(long round, Instant at) {
        Counting counted = counting;
        if (counted == null || counted.round != round) {
            return false;
        }
        said = SourceTally.newBuilder(said)
                .setRound(Instant.ofEpochMilli(round))
                .setEndedAt(at)
                .setRows(counted.rows)
                .setHeld(counted.held)
                .build();
        counting = null;
        return true;
    }

    /** What is open is counted from here on. */
    void count(boolean isMore) {
        missing = 0;
        stale = 0;
        surplus = 0;
        more = isMore;
        named = new ArrayList<>();
        namedSurplus = new ArrayList<>();
    }

    void missing(String key) {
        missing++;
        name(named, key);
    }

    void stale(String key) {
        stale++;
        name(named, key);
    }

    void surplus(String key) {
        surplus++;
        name(namedSurplus, key);
    }

    void askedAt(Instant at) {
        said = SourceTally.newBuilder(said).setAskedAt(at).build();
    }

    /** What is to be published now; null if nothing has changed. */
    @Nullable
    SourceTally news(@Nullable SourceTally published) {
        boolean isOpen = missing + stale > 0;
        SourceTally now = SourceTally.newBuilder(said)
                .setRunning(running())
                .setMissing(missing)
                .setStale(stale)
                .setSurplus(surplus)
                .setMore(more && isOpen)
                .setNamed(named)
                .setNamedSurplus(namedSurplus)
                .setAskedAt(isOpen ? said.getAskedAt() : null)
                .build();
        said = now;
        return now.equals(published) ? null : now;
    }

    private @Nullable RunningRound running() {
        Counting now = counting;
        return now == null
                ? null
                : new RunningRound(Instant.ofEpochMilli(now.round), now.rows, now.held, now.walked, now.about);
    }

    private static void name(List<String> names, String key) {
        if (names.size() < NAMED) {
            names.add(key);
        }
    }
}
