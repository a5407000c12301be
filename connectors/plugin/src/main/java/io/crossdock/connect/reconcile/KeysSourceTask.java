package io.crossdock.connect.reconcile;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Reads the tables of one database, and looks at the slot of its feed. */
public final class KeysSourceTask extends RoundsTask<TableKeys> {

    private @Nullable KeysSourceConfig config;
    private int chunkRows;
    private @Nullable SlotWatch slot;
    private volatile @Nullable HikariDataSource database;

    /** For Connect, which calls {@link #start} next. */
    public KeysSourceTask() {}

    @Override
    public void start(Map<String, String> options) {
        KeysSourceConfig read = new KeysSourceConfig(options);
        RoundSettings rounds = read.rounds();
        config = read;
        chunkRows = rounds.chunkRows();
        database = new HikariDataSource(read.database().readOnly("keys of " + rounds.connection()));
        KeyRecords records = new KeyRecords(rounds);
        slot = new SlotWatch(read, records, System.nanoTime());
        begin(rounds, records);
    }

    @Override
    TableKeys open() throws SourceAway {
        KeysSourceConfig options = Objects.requireNonNull(config, "it is started first");
        try {
            return new TableKeys(
                    Objects.requireNonNull(database, "it is started first").getConnection(),
                    options.database(),
                    options.zone(),
                    chunkRows);
        } catch (SQLException e) {
            throw TableKeys.away(e);
        }
    }

    @Override
    long lookWaitNanos(long now) {
        return slot == null ? Long.MAX_VALUE : slot.waitNanos(now);
    }

    @Override
    List<SourceRecord> look(TableKeys source, long now) throws SourceAway {
        try {
            return slot == null ? List.of() : slot.look(source.database(), now);
        } catch (SQLException e) {
            throw TableKeys.away(e);
        }
    }

    @Override
    void postponeLook(long until) {
        if (slot != null) {
            slot.postpone(until);
        }
    }

    @Override
    public void stop() {
        super.stop();
        HikariDataSource pool = database;
        if (pool != null) {
            pool.close();
        }
    }
}
