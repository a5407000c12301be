package io.crossdock.crm.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crossdock.crm.CrmConfig;
import java.sql.Connection;
import java.sql.SQLException;

/** The pool of connections to the service's own PostgreSQL; every connection starts with a transaction. */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 12;
    private static final int PATIENCE_MS = 5_000;

    private final HikariDataSource pool;

    /** Opens the pool lazily: the first connection is made when it is asked for. */
    public Database(CrmConfig config) {
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("crm");
        hikari.setJdbcUrl(config.jdbcUrl());
        hikari.setUsername(config.dbUser());
        hikari.setPassword(config.dbPassword().reveal());
        hikari.setMaximumPoolSize(CONNECTIONS);
        hikari.setMinimumIdle(2);
        hikari.setConnectionTimeout(PATIENCE_MS);
        hikari.setInitializationFailTimeout(-1);
        hikari.setAutoCommit(false);
        hikari.addDataSourceProperty("prepareThreshold", "1");
        hikari.addDataSourceProperty("tcpNoDelay", "true");
        pool = new HikariDataSource(hikari);
    }

    /**
     * A connection with a transaction; closing it rolls back what was not committed.
     *
     * @throws SQLException if the database does not answer within five seconds
     */
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void close() {
        pool.close();
    }
}
