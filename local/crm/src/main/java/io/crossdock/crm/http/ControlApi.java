package io.crossdock.crm.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.crm.fault.Fault;
import io.crossdock.crm.fault.Faults;
import io.crossdock.crm.model.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** The paths below {@code /control}, which no Salesforce has: faults, tokens and quota for tests and demonstrations. */
final class ControlApi {
    private final Faults faults;
    private final AccessTokens tokens;
    private final Quota quota;

    ControlApi(Faults faults, AccessTokens tokens, Quota quota) {
        this.faults = faults;
        this.tokens = tokens;
        this.quota = quota;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/control/faults", this::show);
        routes.post("/control/faults", this::set);
        routes.delete("/control/faults", this::clear);
        routes.post("/control/expire-tokens", this::expireTokens);
        routes.get("/control/limits", this::showLimits);
        routes.post("/control/limits", this::setLimits);
    }

    private void show(Context context) {
        ObjectNode answer = Json.MAPPER.createObjectNode().put("hits", faults.hits());
        answer.set("fault", Json.MAPPER.valueToTree(faults.current()));
        json(context, answer);
    }

    private void set(Context context) {
        try {
            faults.set(Json.MAPPER.readValue(context.body(), Fault.class));
            show(context);
        } catch (JsonProcessingException e) {
            wrong(context, "the body is no fault: " + e.getOriginalMessage());
        }
    }

    private void clear(Context context) {
        faults.set(null);
        context.status(204);
    }

    private void expireTokens(Context context) {
        tokens.expireAll();
        context.status(204);
    }

    private void showLimits(Context context) {
        json(
                context,
                Json.MAPPER
                        .createObjectNode()
                        .put("dailyApiRequests", quota.allowed())
                        .put("used", quota.used()));
    }

    private void setLimits(Context context) {
        try {
            JsonNode body = Json.MAPPER.readTree(context.body());
            quota.set(
                    body.path("dailyApiRequests").asInt(quota.allowed()),
                    body.path("used").asInt(quota.used()));
            showLimits(context);
        } catch (JsonProcessingException e) {
            wrong(context, "the body is no JSON: " + e.getOriginalMessage());
        }
    }

    private static void wrong(Context context, String why) {
        context.status(400);
        json(context, Json.MAPPER.createObjectNode().put("error", why));
    }

    private static void json(Context context, JsonNode body) {
        context.contentType("application/json;charset=UTF-8").result(body.toString());
    }
}
