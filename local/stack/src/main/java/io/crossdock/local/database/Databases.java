package io.crossdock.local.database;

import io.crossdock.local.layout.Jdbc;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.layout.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What is in the databases: schemas made by the people's user, and Crossdock's user with the rights of its system folder and no more. */
public final class Databases {

    private final Workspace workspace;
    private final Secrets secrets;

    public Databases(Workspace workspace, Secrets secrets) {
        this.workspace = workspace;
        this.secrets = secrets;
    }

    /** Unpacks the programs of both servers, side by side; does nothing where that has been done. */
    public static void unpack(Workspace workspace) {
        CompletableFuture<Void> mariaDb = CompletableFuture.runAsync(() -> MariaDbBinaries.unpacked(workspace));
        PostgresBinaries.unpacked(workspace);
        mariaDb.join();
    }

    /** The warehouse of the east: database {@code wms}, owned by {@code wms_app}. */
    public void wmsEast(PostgresServer server) {
        Login people = new Login(Jdbc.wmsEast(), "wms_app", secrets.get(Name.WMS_EAST_PEOPLE));
        warehouse(server, "wms", people, "wms.sql", "postgres-wms", secrets.get(Name.WMS_EAST_CROSSDOCK));
    }

    /** The warehouse of the west: database {@code whs}, owned by {@code whs_app}. */
    public void wmsWest(PostgresServer server) {
        Login people = new Login(Jdbc.wmsWest(), "whs_app", secrets.get(Name.WMS_WEST_PEOPLE));
        warehouse(server, "whs", people, "wms-west.sql", "wave-wms", secrets.get(Name.WMS_WEST_CROSSDOCK));
    }

    private void warehouse(
            PostgresServer server, String name, Login people, String schema, String system, String password) {
        database(server, name, people.user(), people.password());
        people.run(List.of(Login.resource(schema)));
        Path grants = grants(system);
        if (Files.exists(grants)) {
            server.admin(name)
                    .run(List.of(
                            "select set_config('crossdock.password', '" + password + "', false)", Login.file(grants)));
        }
    }

    /** The CRM's database, owned by {@code crm}; its tables are the CRM's own business. */
    public void crm(PostgresServer server) {
        database(server, "crm", "crm", secrets.get(Name.CRM_DB));
    }

    /** The ERP: database {@code erp}, used by {@code erp_app}. */
    public void erp(MariaDbServer server) {
        String password = secrets.get(Name.ERP_PEOPLE);
        server.admin("mysql")
                .run(List.of(
                        "create database if not exists erp",
                        "create user if not exists erp_app@'127.0.0.1' identified by '" + password + "'",
                        "grant all on erp.* to erp_app@'127.0.0.1'"));
        Login people = new Login(Jdbc.erp() + "?allowMultiQueries=true", "erp_app", password);
        people.run(List.of(Login.resource("erp.sql")));
        Path grants = grants("mariadb-erp");
        if (Files.exists(grants)) {
            server.admin("erp")
                    .run(List.of(
                            "set @crossdock_password = '" + secrets.get(Name.ERP_CROSSDOCK) + "'", Login.file(grants)));
        }
    }

    private static void database(PostgresServer server, String name, String owner, String password) {
        Login admin = server.admin("postgres");
        if (!admin.finds("select 1 from pg_roles where rolname = ?", owner)) {
            admin.run(List.of("create role " + owner + " login password '" + password + "'"));
        }
        if (!admin.finds("select 1 from pg_database where datname = ?", name)) {
            admin.run(List.of("create database " + name + " owner " + owner));
        }
    }

    private Path grants(String system) {
        return workspace.root().resolve("connectors/systems/" + system + "/grants.sql");
    }
}
