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
 * One PostgreSQL server: initialised at its first start, then run with settings of our own.
 *
 * @param name component name, also of its data directory
 * @param port where it listens
 * @param adminPassword of the superuser {@code postgres}
 */
public record PostgresServer(Workspace workspace, String name, Port port, String adminPassword) {

    private static final String ADMIN = "postgres";
    private static final String INITIALISED = "crossdock-initialised";

    /** How much of the WAL a stopped reader may hold back before the server drops its slot: the disk of the WMS comes first. */
    private static final String SLOT_WAL = "1GB";

    /** Initialises the data directory unless it is, and returns how to run the server. */
    public ChildSpec prepare() {
        Path home = PostgresBinaries.unpacked(workspace);
        Unprivileged runner = Unprivileged.detect();
        if (!Files.exists(data().resolve(INITIALISED))) {
            initialise(home, runner);
        }
        return new ChildSpec(
                name,
                runner.command(command(home)),
                Map.of(),
                workspace.root(),
                () -> new Login(url("postgres"), ADMIN, adminPassword).works(),
                Duration.ofSeconds(60),
                "INT",
                ChildSpec.Kind.DATABASE);
    }

    /** Who may do everything in one of its databases. */
    public Login admin(String database) {
        return new Login(url(database), ADMIN, adminPassword);
    }

    private void initialise(Path home, Unprivileged runner) {
        Workspace.delete(data());
        Path passwordFile = workspace.run().resolve(name + ".initial");
        try {
            Files.createDirectories(data());
            runner.own(data());
            Files.writeString(passwordFile, adminPassword + "\n");
            runner.own(passwordFile);
            new Command(runner.command(List.of(
                            home.resolve("bin/initdb").toString(),
                            "--username=" + ADMIN,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--no-sync",
                            "--no-instructions",
                            "--pgdata=" + data())))
                    .run("");
            Files.writeString(data().resolve(INITIALISED), "");
        } catch (IOException e) {
            throw new StackFailure("The data directory " + data() + " cannot be made: " + e.getMessage() + ".", e);
        } finally {
            Workspace.delete(passwordFile);
        }
    }

    private List<String> command(Path home) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/postgres").toString(), "-D", data().toString()));
        settings().forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        return command;
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("port", String.valueOf(port.number())),
                Map.entry("unix_socket_directories", ""),
                Map.entry("wal_level", "logical"),
                Map.entry("max_slot_wal_keep_size", SLOT_WAL),
                Map.entry("max_wal_senders", "6"),
                Map.entry("max_replication_slots", "6"),
                // A commit is told to readers when it is on disk: without these two that takes up to 200 ms longer.
                Map.entry("synchronous_commit", "on"),
                Map.entry("wal_writer_delay", "10ms"),
                // Measurements read from the database itself when a transaction became visible.
                Map.entry("track_commit_timestamp", "on"),
                Map.entry("max_connections", "60"),
                Map.entry("shared_buffers", "24MB"),
                Map.entry("max_wal_size", "256MB"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("log_checkpoints", "off"));
    }

    private String url(String database) {
        return "jdbc:postgresql://" + port.address() + "/" + database;
    }

    private Path data() {
        return workspace.data().resolve(name);
    }
}
