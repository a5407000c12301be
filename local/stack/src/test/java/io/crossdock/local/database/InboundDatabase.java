package io.crossdock.local.database;

import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.ChildSpec;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A database that takes rows: its people's tables, and a user of ours who may insert and select. */
final class InboundDatabase {

    static final String PASSWORD = "inbound-secret";

    private static final String NONE = "nothing";

    private final String name;
    private final Login admin;
    private final String url;
    private final String sessions;
    private final String kill;
    private final Closeable server;

    private InboundDatabase(String name, Login admin, String url, String sessions, String kill, Closeable server) {
        this.name = name;
        this.admin = admin;
        this.url = url;
        this.sessions = sessions;
        this.kill = kill;
        this.server = server;
    }

    static InboundDatabase postgres() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
        Login admin = new Login(url, "postgres", "postgres");
        admin.run(List.of(
                """
                create table inbound_orders (idempotency_key text primary key, version text, order_no text unique,
                    quantity numeric(10,2), urgent boolean, ship_by timestamptz, lines jsonb, received_at timestamptz default now())
                """,
                "create table closed (idempotency_key text primary key)",
                "create role inbound login password '" + PASSWORD + "'",
                "grant insert, select on inbound_orders to inbound"));
        return new InboundDatabase(
                "PostgreSQL",
                admin,
                url,
                "select pid from pg_stat_activity where usename = 'inbound' and state = 'active'",
                "select pg_terminate_backend(%s)",
                server);
    }

    static InboundDatabase mariaDb() throws IOException, InterruptedException {
        Workspace workspace = new Workspace(Path.of("target/inbound").toAbsolutePath());
        Workspace.delete(workspace.data());
        workspace.create();
        int port = freePort();
        ChildSpec spec = new MariaDbServer(workspace, "inbound", Port.ERP, PASSWORD).prepare();
        List<String> command = new ArrayList<>(spec.command());
        command.replaceAll(word -> word.startsWith("--port=") ? "--port=" + port : word);
        Process server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(workspace.logs().resolve("inbound.log").toFile())
                .start();
        String address = "jdbc:mariadb://127.0.0.1:" + port + "/";
        Login admin = new Login(address + "mysql?allowMultiQueries=true", "root", PASSWORD);
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!admin.works() && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        admin.run(List.of("create database erp"));
        Login erp = new Login(address + "erp", "root", PASSWORD);
        erp.run(List.of(
                """
                create table inbound_orders (idempotency_key varchar(255) primary key, version varchar(40), order_no varchar(40) unique,
                    quantity decimal(10,2), urgent boolean, ship_by datetime, `lines` json, received_at timestamp default now())
                """,
                "create table closed (idempotency_key varchar(255) primary key)",
                "create user inbound@'127.0.0.1' identified by '" + PASSWORD + "'",
                "grant insert, select on erp.inbound_orders to inbound@'127.0.0.1'"));
        return new InboundDatabase(
                "MariaDB",
                erp,
                address + "erp",
                "select id from information_schema.processlist where user = 'inbound' and info like '%insert into%'",
                "kill %s",
                server::destroy);
    }

    String url() {
        return url;
    }

    /** Lines as JSON: a word that one of the two reserves. */
    String lines() throws SQLException {
        return text("select " + (name.equals("PostgreSQL") ? "lines" : "`lines`") + " from inbound_orders");
    }

    /** Who may do everything. */
    Login admin() {
        return admin;
    }

    /** Who may insert and select. */
    Login ours() {
        return new Login(url, "inbound", PASSWORD);
    }

    void empty() {
        admin.run(List.of("delete from inbound_orders"));
    }

    /** Ends the session of our user that is in the middle of an insert, once it is. */
    void killSession() throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        String session = text(sessions);
        while (session.equals(NONE) && System.nanoTime() < deadline) {
            Thread.sleep(10);
            session = text(sessions);
        }
        admin.run(List.of(kill.formatted(session)));
    }

    /** One column of the first row, as text. */
    String text(String query) throws SQLException {
        try (var connection = admin.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : NONE;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Not a close, which would come after the first test that is given the database. */
    void stop() throws IOException {
        server.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
