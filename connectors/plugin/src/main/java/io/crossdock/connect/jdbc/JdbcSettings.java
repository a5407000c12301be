package io.crossdock.connect.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.types.Password;

/**
 * Where a database is and how long it is waited for.
 *
 * @param url address without user and password
 * @param user who asks
 * @param password its password
 * @param connectTimeout bound of the wait for a connection
 * @param requestTimeout bound of one statement; whole seconds, at least one
 */
public record JdbcSettings(
        String url, String user, Password password, Duration connectTimeout, Duration requestTimeout) {

    private static final String URL = "jdbc.url";
    private static final String USER = "jdbc.user";
    private static final String PASSWORD = "jdbc.password";
    private static final String CONNECT_TIMEOUT = "connect.timeout.ms";
    private static final String REQUEST_TIMEOUT = "request.timeout.ms";

    /** What the statement's own bound does not end, because the server is gone, ends this much later. */
    private static final Duration BEYOND = Duration.ofSeconds(5);

    /** Adds the options to those of a connector. */
    public static ConfigDef define(ConfigDef options) {
        return options.define(
                        URL,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        Importance.HIGH,
                        "jdbc:postgresql://host[:port]/database or jdbc:mariadb://…, without user and password.")
                .define(USER, ConfigDef.Type.STRING, ConfigDef.NO_DEFAULT_VALUE, Importance.HIGH, "User.")
                .define(
                        PASSWORD,
                        ConfigDef.Type.PASSWORD,
                        ConfigDef.NO_DEFAULT_VALUE,
                        Importance.HIGH,
                        "Its password; give a config provider's reference, such as ${file:/path/secrets.properties:erp}.")
                .define(
                        CONNECT_TIMEOUT,
                        ConfigDef.Type.LONG,
                        3_000L,
                        Range.atLeast(250),
                        Importance.LOW,
                        "Bound of the wait for a connection, in ms.")
                .define(
                        REQUEST_TIMEOUT,
                        ConfigDef.Type.LONG,
                        10_000L,
                        Range.atLeast(1_000),
                        Importance.LOW,
                        "Bound of one statement, in ms, rounded up to seconds.");
    }

    /** Reads them. */
    public static JdbcSettings from(AbstractConfig config) {
        return new JdbcSettings(
                config.getString(URL),
                config.getString(USER),
                config.getPassword(PASSWORD),
                Duration.ofMillis(config.getLong(CONNECT_TIMEOUT)),
                Duration.ofSeconds(Math.ceilDiv(config.getLong(REQUEST_TIMEOUT), 1_000L)));
    }

    /**
     * How the database wants to be spoken to.
     *
     * @throws org.apache.kafka.common.config.ConfigException if nobody knows, or if the address holds a secret
     */
    public Dialect dialect() {
        return Dialect.of(URL, url);
    }

    /** At most so many connections; a database that is away now is waited for when one is needed. */
    public HikariConfig pool(String name, int connections) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setDriverClassName(dialect().driver());
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password.value());
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(connectTimeout.toMillis());
        pool.setInitializationFailTimeout(-1);
        dialect().limit(pool.getDataSourceProperties(), (int)
                requestTimeout.plus(BEYOND).toSeconds());
        return pool;
    }

    /** The same for one who only reads: one connection, which is closed when it is not needed and can change nothing. */
    public HikariConfig readOnly(String name) {
        HikariConfig pool = pool(name, 1);
        pool.setMinimumIdle(0);
        pool.setReadOnly(true);
        pool.setConnectionInitSql(dialect().session());
        return pool;
    }
}
