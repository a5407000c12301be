package io.crossdock.crm.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.crm.api.ApiRequest;
import io.crossdock.crm.api.NotificationOperations;
import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.model.Json;
import io.crossdock.crm.store.Database;
import io.crossdock.crm.store.NotificationStore;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/**
 * The receiver of customer notifications: a service of its own in real life, here a path of the one simulated server. It asks
 * for no token and has no quota; faults hit it like everything else.
 */
final class NotificationApi {
    private final Calls calls;
    private final Database database;

    NotificationApi(Calls calls, Database database) {
        this.calls = calls;
        this.database = database;
    }

    void addTo(RoutesConfig routes) {
        routes.put("/notifications/{key}", this::handle);
        routes.get("/notifications/{key}", this::handle);
        routes.get("/control/notifications", this::list);
    }

    private void handle(Context context) throws InterruptedException {
        String method = context.req().getMethod().toUpperCase(Locale.ROOT);
        String path = context.req().getRequestURI();
        String key = context.pathParam("key");
        try {
            ApiRequest request = NotificationOperations.request(method, path, key, context.body());
            calls.answer(context, request, NotificationOperations.OBJECT, NotificationOperations::route);
        } catch (ApiException noJson) {
            ApiRequest bare = NotificationOperations.request(method, path, key, "");
            calls.refuse(context, bare, NotificationOperations.OBJECT, noJson, null);
        }
    }

    private void list(Context context) throws SQLException {
        try (Connection connection = database.connection()) {
            ObjectNode answer = Json.MAPPER.createObjectNode();
            answer.set("notifications", new NotificationStore(connection).all());
            context.contentType("application/json;charset=UTF-8").result(answer.toString());
        }
    }
}
