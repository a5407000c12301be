package io.crossdock.connect.sink.table;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crossdock.connect.call.Ending;
import io.crossdock.connect.call.Gate;
import io.crossdock.connect.call.Pass;
import io.crossdock.connect.delivery.Attempt;
import io.crossdock.connect.delivery.Attempt.Again;
import io.crossdock.connect.delivery.Attempt.Settled;
import io.crossdock.connect.delivery.Finding;
import io.crossdock.connect.delivery.Message;
import io.crossdock.connect.delivery.Target;
import io.crossdock.connect.delivery.UnusablePayload;
import io.crossdock.connect.jdbc.Dialect;
import io.crossdock.contract.AttemptKind;
import io.crossdock.contract.ReceiptOutcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The insert-only tables of a database: a message is there with its row, once, and is never written over. */
final class TableTarget implements Target {

    private final TableSinkConfig config;
    private final Dialect dialect;
    private final HikariDataSource connections;
    private final Gate gate;
    private final Clock clock;

    private TableTarget(TableSinkConfig config, HikariDataSource connections, Gate gate, Clock clock) {
        this.config = config;
        this.dialect = config.database().dialect();
        this.connections = connections;
        this.gate = gate;
        this.clock = clock;
    }

    /** Opens it; a database that is away now is waited for when a message comes. */
    static TableTarget open(TableSinkConfig config, int connections, Gate gate, Clock clock) {
        HikariConfig pool = config.database().pool(config.target(), connections);
        pool.setMinimumIdle(1);
        return new TableTarget(config, new HikariDataSource(pool), gate, clock);
    }

    @Override
    public Attempt write(Message message) throws InterruptedException {
        if (!config.tables().contains(message.object())) {
            return settled(
                            ReceiptOutcome.UNSUPPORTED,
                            message.object() + " is not among the tables that may be written")
                    .by(AttemptKind.REMEMBERED);
        }
        Row row;
        try {
            row = Row.of(message, config.keyColumn(), config.versionColumn());
        } catch (UnusablePayload e) {
            return settled(ReceiptOutcome.REJECTED, e.getMessage()).by(AttemptKind.REMEMBERED);
        }
        try (Pass pass = gate.enter(message.lane())) {
            pass.call();
            Attempt attempt = insert(row, message.idempotencyKey());
            pass.end(attempt instanceof Again again ? Ending.failed(again.reason()) : Ending.answered(clock.instant()));
            return attempt;
        }
    }

    /** The key of the row protects it: an insert asks and writes in one. */
    @Override
    public Finding find(Message message) {
        return new Finding.NotAsked();
    }

    private Attempt insert(Row row, String key) throws InterruptedException {
        boolean executing = false;
        try (Connection connection = connections.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        dialect.insert(row.table(), row.values().keySet(), config.keyColumn()))) {
            insert.setQueryTimeout((int) config.database().requestTimeout().toSeconds());
            int index = 1;
            for (var value : row.values().values()) {
                dialect.bind(insert, index++, dialect.text(value));
            }
            executing = true;
            return insert.executeUpdate() == 1 ? settled(ReceiptOutcome.APPLIED, null) : thereAlready();
        } catch (SQLException e) {
            if (Thread.interrupted() || e.getCause() instanceof InterruptedException) {
                throw new InterruptedException(e.getMessage());
            }
            return SqlFailure.isDuplicate(e) && isThere(row.table(), key)
                    ? thereAlready()
                    : SqlFailure.of(e, executing, clock.instant());
        }
    }

    /** True if the row is there under our key, and not another one under another unique key of the table. */
    private boolean isThere(String table, String key) {
        try (Connection connection = connections.getConnection();
                PreparedStatement find = connection.prepareStatement(dialect.find(table, config.keyColumn()))) {
            dialect.bind(find, 1, key);
            try (ResultSet rows = find.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            return false;
        }
    }

    private Settled thereAlready() {
        return settled(ReceiptOutcome.APPLIED, "the row was there already");
    }

    private Settled settled(ReceiptOutcome outcome, @Nullable String detail) {
        return Settled.of(AttemptKind.SENT, outcome, clock.instant(), detail);
    }

    @Override
    public void close() {
        connections.close();
    }
}
