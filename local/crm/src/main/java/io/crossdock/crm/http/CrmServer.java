package io.crossdock.crm.http;

import io.crossdock.crm.CrmConfig;
import io.crossdock.crm.api.ApiReply;
import io.crossdock.crm.api.Router;
import io.crossdock.crm.fault.Faults;
import io.crossdock.crm.model.Json;
import io.crossdock.crm.model.ObjectCatalog;
import io.crossdock.crm.store.AccessLog;
import io.crossdock.crm.store.Database;
import io.crossdock.crm.store.Migration;
import io.crossdock.crm.store.StoredRecord;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running service: wires database, API and control paths, and listens on loopback only. */
public final class CrmServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CrmServer.class);

    private final Database database;
    private final Javalin javalin;
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());

    private CrmServer(Database database, Javalin javalin) {
        this.database = database;
        this.javalin = javalin;
    }

    /**
     * Migrates the database and starts to listen.
     *
     * @throws SQLException if the database cannot be reached or migrated
     */
    public static CrmServer start(CrmConfig config) throws SQLException {
        ObjectCatalog catalog = ObjectCatalog.load();
        Database database = new Database(config);
        try {
            Migration.run(database, catalog);
            CrmServer server = new CrmServer(database, javalin(config, catalog, database));
            server.javalin.start("127.0.0.1", config.port());
            var unused = server.housekeeping.scheduleWithFixedDelay(server::forgetOldReads, 1, 1, TimeUnit.MINUTES);
            return server;
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        housekeeping.shutdownNow();
        javalin.stop();
        database.close();
    }

    private static Javalin javalin(CrmConfig config, ObjectCatalog catalog, Database database) throws SQLException {
        AccessTokens tokens = new AccessTokens(config.tokenLife());
        Quota quota = new Quota(config.dailyRequests(), requestsToday(database));
        Faults faults = new Faults();
        Transactions transactions = new Transactions(database, catalog);
        Router router = new Router(catalog, (request, records) -> limits(quota));
        Calls calls = new Calls(transactions, faults, tokens);
        DataApi data = new DataApi(router, calls, tokens, quota);
        NotificationApi notifications = new NotificationApi(calls, database);
        TokenEndpoint token = new TokenEndpoint(config, tokens, transactions);
        return Javalin.create(javalin -> {
            quiet(javalin);
            String everything = StoredRecord.BASE + "/*";
            javalin.routes.get(everything, data::handle);
            javalin.routes.post(everything, data::handle);
            javalin.routes.patch(everything, data::handle);
            javalin.routes.delete(everything, data::handle);
            javalin.routes.post("/services/oauth2/token", token::handle);
            javalin.routes.get("/healthy", context -> healthy(context, database));
            notifications.addTo(javalin.routes);
            new ControlApi(faults, tokens, quota).addTo(javalin.routes);
        });
    }

    private static void quiet(JavalinConfig javalin) {
        javalin.startup.showJavalinBanner = false;
        javalin.concurrency.useVirtualThreads = true;
        javalin.jetty.modifyHttpConfiguration(http -> {
            http.setSendDateHeader(true);
            http.setSendServerVersion(false);
        });
    }

    private static ApiReply limits(Quota quota) {
        return new ApiReply(200, quota.toJson(), false, null, null, null, null, List.of());
    }

    private static int requestsToday(Database database) throws SQLException {
        try (Connection connection = database.connection()) {
            return AccessLog.requestsToday(connection);
        }
    }

    private static void healthy(Context context, Database database) {
        boolean reachable;
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            reachable = statement.execute("select 1");
        } catch (SQLException e) {
            LOG.warn("the database does not answer: {}", e.getMessage());
            reachable = false;
        }
        context.status(reachable ? 200 : 503)
                .contentType("application/json;charset=UTF-8")
                .result(Json.MAPPER
                        .createObjectNode()
                        .put("status", reachable ? "healthy" : "the database does not answer")
                        .toString());
    }

    private void forgetOldReads() {
        try (Connection connection = database.connection()) {
            int removed = AccessLog.forgetOldReads(connection);
            connection.commit();
            LOG.debug("{} old reads removed from the access log", removed);
        } catch (SQLException e) {
            LOG.warn("old reads stay in the access log: {}", e.getMessage());
        }
    }
}
