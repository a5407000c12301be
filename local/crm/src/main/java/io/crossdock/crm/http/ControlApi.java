package io.crossdock.crm.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.crm.fault.Fault;
import io.crossdock.crm.fault.Faults;
import io.crossdock.crm.model.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

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
        routes.post("/control/faults", this::put);
        routes.delete("/control/faults", this::clear);
        routes.delete("/control/faults/{name}", this::remove);
        routes.post("/control/expire-tokens", this::expireTokens);
        routes.get("/control/limits", this::showLimits);
        routes.post("/control/limits", this::setLimits);
    }

    /** All faults; {@code fault} and {@code hits} are those of the one without a name. */
    private void show(Context context) {
        ObjectNode answer = Json.MAPPER.createObjectNode().put("hits", 0).putNull("fault");
        ArrayNode list = answer.putArray("faults");
        for (Faults.Standing each : faults.all()) {
            ObjectNode shown = Json.MAPPER.valueToTree(each.fault());
            String name = each.fault().nameOrUnnamed();
            list.add(shown.put("name", name).put("hits", each.hits()).put("inForce", each.inForce()));
            if (name.equals(Fault.UNNAMED)) {
                answer.put("hits", each.hits()).set("fault", each.inForce() ? shown : null);
            }
        }
        json(context, answer);
    }

    /** Takes one fault or an array of them; {@code null} takes the one without a name away. */
    private void put(Context context) {
        try {
            JsonNode body = Json.MAPPER.readTree(context.body());
            if (body.isNull()) {
                faults.remove(Fault.UNNAMED);
            } else if (body.isArray()) {
                Json.MAPPER
                        .treeToValue(body, new TypeReference<List<Fault>>() {})
                        .forEach(faults::put);
            } else {
                faults.put(Json.MAPPER.treeToValue(body, Fault.class));
            }
            show(context);
        } catch (JsonProcessingException e) {
            wrong(context, "the body is no fault: " + e.getOriginalMessage());
        }
    }

    private void clear(Context context) {
        faults.clear();
        context.status(204);
    }

    private void remove(Context context) {
        faults.remove(context.pathParam("name"));
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
