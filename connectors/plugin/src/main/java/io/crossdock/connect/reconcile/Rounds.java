package io.crossdock.connect.reconcile;

import io.crossdock.connect.reconcile.KeySource.Beginning;
import io.crossdock.connect.reconcile.KeySource.Chunk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a round over all tables stands, and when its next chunk may be read. A step that fails has changed nothing: the next one
 * reads the same chunk.
 */
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long TELLS = Duration.ofSeconds(30).toNanos();

    private final RoundSettings settings;
    private final KeyRecords records;
    private final List<KeyEntity> entities;
    private long due;
    private long began;
    private long told;
    private long round;
    private long rowsOfRound;
    private int index = -1;
    private boolean isReading;
    private @Nullable List<String> last;
    private @Nullable Long about;
    private long rows;

    /** Rounds of which the first is due at {@code firstDue}, by {@link System#nanoTime}. */
    Rounds(RoundSettings settings, KeyRecords records, long firstDue) {
        this.settings = settings;
        this.records = records;
        this.entities = settings.entities();
        this.due = firstDue;
    }

    /** Nanoseconds until the next step is due; zero or less if it is. */
    long waitNanos(long now) {
        return due - now;
    }

    /** Not before then. */
    void postpone(long until) {
        due = until;
    }

    /** How far it has come. */
    List<SourceRecord> pulse() {
        return records.pulse(isReading ? entities.get(index) : null, round, rows, about);
    }

    /** The next step of a round: a table begins, a chunk is read, a table ends. */
    List<SourceRecord> step(KeySource source, long now) throws SourceAway, InterruptedException {
        return isReading ? read(source, now) : begin(source, now);
    }

    private List<SourceRecord> begin(KeySource source, long now) throws SourceAway, InterruptedException {
        int next = index + 1;
        KeyEntity entity = entities.get(next);
        Beginning beginning = source.begin(entity);
        about = beginning.about();
        if (next == 0) {
            began = now;
            told = now;
            round = beginning.at().toEpochMilli();
            rowsOfRound = 0;
        }
        index = next;
        isReading = true;
        last = null;
        rows = 0;
        return records.began(entity, round, beginning.at());
    }

    private List<SourceRecord> read(KeySource source, long now) throws SourceAway, InterruptedException {
        KeyEntity entity = entities.get(index);
        Chunk chunk = source.behind(entity, last);
        List<KeyRow> found = chunk.rows();
        List<SourceRecord> told = new ArrayList<>(records.rows(entity, round, found));
        rows += found.size();
        due = now + found.size() * SECOND / settings.rowsPerSecond();
        Instant endedAt = chunk.endedAt();
        if (endedAt != null) {
            end(entity, endedAt, told, now);
        } else {
            last = found.getLast().key();
            tell(entity, now);
        }
        return told;
    }

    private void end(KeyEntity entity, Instant at, List<SourceRecord> to, long now) {
        rowsOfRound += rows;
        isReading = false;
        boolean roundIsOver = index == entities.size() - 1;
        if (roundIsOver) {
            records.roundEnded(round, System.currentTimeMillis());
            LOG.info(
                    "{}: {} rows of {} tables read in {} ms",
                    settings.connection(),
                    rowsOfRound,
                    entities.size(),
                    (now - began) / 1_000_000);
            index = -1;
            due = Math.max(due, began + settings.every().toNanos());
        }
        to.addAll(records.ended(entity, round, at, rows));
    }

    private void tell(KeyEntity entity, long now) {
        if (now - told > TELLS) {
            told = now;
            LOG.info(
                    "{}/{}: {} rows read, {} about; the round began {} s ago",
                    settings.connection(),
                    entity.entity(),
                    rows,
                    about == null ? "unknown" : about,
                    (now - began) / SECOND);
        }
    }
}
