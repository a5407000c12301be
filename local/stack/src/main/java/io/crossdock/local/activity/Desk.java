package io.crossdock.local.activity;

import io.crossdock.local.database.Login;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.StackFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A few connections to one database that many people share; survives a restart of the database. */
public final class Desk implements AutoCloseable {
    private static final int SEATS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_MS = 500;

    private final Login login;
    private final Semaphore seats = new Semaphore(SEATS);
    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(SEATS);

    /** A desk at the given database; connects when somebody first works there. */
    public Desk(Login login) {
        this.login = login;
    }

    /** Statements of one transaction. They set absolute values, so that doing them again changes nothing. */
    @FunctionalInterface
    public interface Work {
        /** Does them on a connection without auto-commit. */
        void on(Connection connection) throws SQLException;
    }

    /**
     * Does the work in one transaction, again and again while the database does not answer.
     *
     * @throws StackFailure if the database refuses it, or does not answer for five minutes
     */
    public void transaction(String what, Work work) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                attempt(work);
                return;
            } catch (SQLException e) {
                if (!passes(e) || System.nanoTime() - until > 0) {
                    throw new StackFailure(what + " failed at " + login + ": " + e.getMessage() + ".", e);
                }
                Pause.millis(PAUSE_MS);
            }
        }
    }

    /** Runs one statement with its parameters; returns how many rows it changed. */
    public static int run(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    private void attempt(Work work) throws SQLException {
        seats.acquireUninterruptibly();
        try {
            Connection connection = seated();
            boolean good = false;
            try {
                work.on(connection);
                connection.commit();
                good = true;
            } finally {
                if (!good || !idle.offer(connection)) {
                    close(connection);
                }
            }
        } finally {
            seats.release();
        }
    }

    private Connection seated() throws SQLException {
        Connection connection = idle.poll();
        if (connection == null) {
            connection = login.open();
            connection.setAutoCommit(false);
        }
        return connection;
    }

    /** True for a database that is away, restarting, or asks to try again. */
    private static boolean passes(SQLException e) {
        String state = e.getSQLState() == null ? "08" : e.getSQLState();
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("40") || state.startsWith("53");
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is broken, which is why it is closed.
        }
    }

    @Override
    public void close() {
        idle.forEach(Desk::close);
        idle.clear();
    }
}
