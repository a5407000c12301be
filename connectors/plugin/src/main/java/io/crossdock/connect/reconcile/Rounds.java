package io.crossdock.connect.reconcile;

import io.crossdock.connect.jdbc.JdbcSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

    private final KeysSourceConfig config;
    private final JdbcSettings settings;
    private final KeyRecords records;
    private final List<KeyEntity> entities;
    private long due;
    private long began;
    private long told;
    private long round;
    private long rowsOfRound;
    private int index = -1;
    private @Nullable TableWalk walk;
    private @Nullable List<String> last;
    private @Nullable Long about;
    private long rows;

    /** Rounds of which the first is due at {@code firstDue}, by {@link System#nanoTime}. */
    Rounds(KeysSourceConfig config, KeyRecords records, long firstDue) {
        this.config = config;
        this.settings = config.database();
        this.records = records;
        this.entities = config.entities();
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
        return records.pulse(walk == null ? null : entities.get(index), round, rows, about);
    }

    /** The next step of a round: a table begins, a chunk is read, a table ends. */
    List<SourceRecord> step(Connection database, long now) throws SQLException {
        TableWalk current = walk;
        return current == null ? begin(database, now) : read(current, database, now);
    }

    private List<SourceRecord> begin(Connection database, long now) throws SQLException {
        int next = index + 1;
        KeyEntity entity = entities.get(next);
        TableWalk beginning = new TableWalk(settings.dialect(), entity, config.zone(), config.chunkRows());
        Instant at = clock(database);
        about = beginning.about(database);
        if (next == 0) {
            began = now;
            told = now;
            round = at.toEpochMilli();
            rowsOfRound = 0;
        }
        index = next;
        walk = beginning;
        last = null;
        rows = 0;
        return records.began(entity, round, at);
    }

    private List<SourceRecord> read(TableWalk current, Connection database, long now) throws SQLException {
        KeyEntity entity = entities.get(index);
        List<KeyRow> chunk =
                current.behind(last, database, (int) settings.requestTimeout().toSeconds());
        boolean isLast = chunk.size() < config.chunkRows();
        Instant at = isLast ? clock(database) : Instant.EPOCH;
        List<SourceRecord> told = new ArrayList<>(records.rows(entity, round, chunk));
        rows += chunk.size();
        due = now + chunk.size() * SECOND / config.rowsPerSecond();
        if (isLast) {
            end(entity, at, told, now);
        } else {
            last = chunk.getLast().key();
            tell(entity, now);
        }
        return told;
    }

    private void end(KeyEntity entity, Instant at, List<SourceRecord> to, long now) {
        rowsOfRound += rows;
        walk = null;
        boolean roundIsOver = index == entities.size() - 1;
        if (roundIsOver) {
            records.roundEnded(round, System.currentTimeMillis());
            LOG.info(
                    "{}: {} rows of {} tables read in {} ms",
                    config.connection(),
                    rowsOfRound,
                    entities.size(),
                    (now - began) / 1_000_000);
            index = -1;
            due = Math.max(due, began + config.every().toNanos());
        }
        to.addAll(records.ended(entity, round, at, rows));
    }

    private void tell(KeyEntity entity, long now) {
        if (now - told > TELLS) {
            told = now;
            LOG.info(
                    "{}/{}: {} rows read, {} about; the round began {} s ago",
                    config.connection(),
                    entity.entity(),
                    rows,
                    about == null ? "unknown" : about,
                    (now - began) / SECOND);
        }
    }

    private Instant clock(Connection database) throws SQLException {
        try (Statement select = database.createStatement();
                ResultSet found =
                        select.executeQuery("select " + settings.dialect().clock())) {
            found.next();
            return TableWalk.instant(found.getBigDecimal(1));
        }
    }
}
