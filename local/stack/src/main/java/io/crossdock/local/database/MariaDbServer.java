package io.crossdock.local.database;

import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.ChildSpec;
import io.crossdock.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One MariaDB server: its system tables are made at its first start, then it runs with settings of our own.
 *
 * @param name component name, also of its data directory
 * @param port where it listens
 * @param adminPassword of {@code root@127.0.0.1}, the only user at first
 */
public record MariaDbServer(Workspace workspace, String name, Port port, String adminPassword) {

    /** The ERP's own time, so that {@code now()} is what its people mean; the rule itself, for machines without time zone files. */
    private static final String CHICAGO = "CST6CDT,M3.2.0,M11.1.0";

    private static final String ADMIN = "root";
    private static final String INITIALISED = "crossdock-initialised";
    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql");

    /** Makes the system tables unless they are, and returns how to run the server. */
    public ChildSpec prepare() {
        Path home = MariaDbBinaries.unpacked(workspace);
        Unprivileged runner = Unprivileged.detect();
        if (!Files.exists(data().resolve(INITIALISED))) {
            initialise(home, runner);
        }
        List<String> command = new ArrayList<>(common(home));
        settings().forEach((key, value) -> command.add("--" + key + "=" + value));
        command.add("--skip-name-resolve");
        return new ChildSpec(
                name,
                runner.command(command),
                Map.of("TZ", CHICAGO),
                workspace.root(),
                () -> admin("mysql").works(),
                Duration.ofSeconds(60),
                "TERM",
                ChildSpec.Kind.DATABASE);
    }

    /** Who may do everything in one of its databases. */
    public Login admin(String database) {
        return new Login(
                "jdbc:mariadb://" + port.address() + "/" + database + "?allowMultiQueries=true", ADMIN, adminPassword);
    }

    private void initialise(Path home, Unprivileged runner) {
        Workspace.delete(data());
        try {
            Files.createDirectories(data());
            Files.createDirectories(temporary());
            runner.own(data());
            runner.own(temporary());
            List<String> command = new ArrayList<>(common(home));
            command.addAll(List.of("--bootstrap", "--log-warnings=0", "--enforce-storage-engine="));
            new Command(runner.command(command)).run(systemTables(home));
            Files.writeString(data().resolve(INITIALISED), "");
        } catch (IOException e) {
            throw new StackFailure("The data directory " + data() + " cannot be made: " + e.getMessage() + ".", e);
        }
    }

    /** One statement per line is what the server reads while it makes itself; the script goes in by its standard input. */
    private String systemTables(Path home) throws IOException {
        StringBuilder script = new StringBuilder("""
                create database if not exists mysql;
                use mysql;
                set @auth_root_socket = null;
                """);
        for (String file : SYSTEM_TABLES) {
            script.append(Files.readString(home.resolve("share").resolve(file))).append('\n');
        }
        // Only one administrator is left, and it has a password from its first moment on.
        return script.append("delete from mysql.global_priv where host <> '127.0.0.1';\n")
                .append("delete from mysql.proxies_priv;\n")
                .append("flush privileges;\n")
                .append("alter user root@'127.0.0.1' identified by '")
                .append(adminPassword)
                .append("';\n")
                .toString();
    }

    private List<String> common(Path home) {
        return List.of(
                home.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + data(),
                "--tmpdir=" + temporary(),
                "--lc-messages-dir=" + home.resolve("share"),
                "--innodb-log-file-size=16M",
                "--innodb-buffer-pool-size=24M",
                "--max-allowed-packet=8M",
                // Root is refused without its name here; with an ordinary user or a namespace there is nothing to
                // change to.
                "--user=" + System.getProperty("user.name"));
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("bind-address", "127.0.0.1"),
                Map.entry("port", String.valueOf(port.number())),
                // Relative to the data directory: the whole path may be longer than a socket's name may be.
                Map.entry("socket", "mariadb.sock"),
                Map.entry("pid-file", "mariadb.pid"),
                Map.entry("server-id", "3307"),
                Map.entry("log-bin", "binlog"),
                Map.entry("binlog-format", "row"),
                Map.entry("binlog-row-image", "full"),
                // Its own people may write triggers; the binlog holds rows, so a trigger cannot make it wrong.
                Map.entry("log-bin-trust-function-creators", "1"),
                Map.entry("binlog-expire-logs-seconds", "604800"),
                Map.entry("character-set-server", "utf8mb4"),
                Map.entry("collation-server", "utf8mb4_unicode_ci"),
                Map.entry("default-time-zone", "SYSTEM"),
                // Making a certificate at each start takes seconds, and nothing leaves the machine.
                Map.entry("ssl", "0"),
                Map.entry("performance-schema", "off"),
                Map.entry("max-connections", "60"),
                Map.entry("key-buffer-size", "1M"),
                Map.entry("aria-pagecache-buffer-size", "8M"),
                Map.entry("innodb-log-buffer-size", "2M"),
                Map.entry("table-open-cache", "200"));
    }

    private Path temporary() {
        return workspace.data().resolve(name + ".tmp");
    }

    private Path data() {
        return workspace.data().resolve(name);
    }
}
