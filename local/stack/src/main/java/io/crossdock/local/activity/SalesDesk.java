package io.crossdock.local.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** People in sales, at the CRM's REST API. */
public final class SalesDesk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/services/data/v62.0";
    /** An outage of minutes is waited for; nobody presses the key twice a second all the while. */
    private static final int TRIES = 200;

    private static final long SHORTEST_PAUSE_MS = 500;
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final Systems systems;
    private volatile String token = "";

    /** A desk at the CRM of the given systems; signs in when first used. */
    public SalesDesk(Systems systems) {
        this.systems = systems;
    }

    /**
     * Captures an order with its lines in one call.
     *
     * @param purchaseOrder the customer's number; asked for first when the call must be repeated, so that no order is captured twice
     * @return the CRM's 18-character id
     */
    public String capture(Plan plan, String purchaseOrder) {
        String request = captureRequest(plan, purchaseOrder).toString();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (attempt > 0) {
                pause(attempt);
                String known = find(purchaseOrder);
                if (!known.isEmpty()) {
                    return known;
                }
            }
            Answer answer = send("POST", "/composite", request);
            if (answer.isOk()) {
                return idOf(answer);
            }
        }
        throw new StackFailure("The CRM at " + systems.crm() + " did not take the order " + purchaseOrder
                + " for five minutes: see .crossdock/logs/crm.log.");
    }

    /** Writes down that the customer wants that many units of a line no more. */
    public void askToCancel(String order, int line, BigDecimal quantity) {
        JsonNode items = get("/query?q="
                + encoded("SELECT Id FROM OrderItem WHERE OrderId = '" + order + "' AND LineNumber__c = " + line));
        String item = items.path("records").path(0).path("Id").asText();
        String body =
                JSON.createObjectNode().put("Cancelled_Quantity__c", quantity).toString();
        must("PATCH", "/sobjects/OrderItem/" + item, body);
    }

    /** The order as the CRM shows it now. */
    public JsonNode order(String id) {
        return get("/sobjects/Order/" + id);
    }

    private ObjectNode captureRequest(Plan plan, String purchaseOrder) {
        ObjectNode request = JSON.createObjectNode().put("allOrNone", true);
        ArrayNode parts = request.putArray("compositeRequest");
        part(parts, "Order", "order")
                .put("Customer_Code__c", plan.customer())
                .put("PoNumber", purchaseOrder)
                .put("Status", "Activated")
                .put("EffectiveDate", LocalDate.now(ZoneOffset.UTC).toString())
                .put("CurrencyIsoCode", "USD")
                .put("Type", "Standard");
        for (Plan.Line line : plan.lines()) {
            part(parts, "OrderItem", "item" + line.customerLine())
                    .put("OrderId", "@{order.id}")
                    .put("LineNumber__c", line.customerLine())
                    .put("ProductCode__c", line.sku())
                    .put("Unit__c", line.unit())
                    .put("Quantity", line.ordered())
                    .put("UnitPrice", line.price())
                    .put("Type__c", line.type());
        }
        return request;
    }

    private static ObjectNode part(ArrayNode parts, String object, String reference) {
        return parts.addObject()
                .put("method", "POST")
                .put("url", API + "/sobjects/" + object)
                .put("referenceId", reference)
                .putObject("body");
    }

    private static String idOf(Answer answer) {
        JsonNode first = parse(answer).path("compositeResponse").path(0);
        String id = first.path("body").path("id").asText();
        if (id.isEmpty()) {
            throw new StackFailure("The CRM refused an order: " + answer.body() + ".");
        }
        return id;
    }

    private String find(String purchaseOrder) {
        Answer answer =
                send("GET", "/query?q=" + encoded("SELECT Id FROM Order WHERE PoNumber = '" + purchaseOrder + "'"), "");
        return answer.isOk() ? parse(answer).path("records").path(0).path("Id").asText() : "";
    }

    private JsonNode get(String path) {
        return parse(must("GET", path, ""));
    }

    private Answer must(String method, String path, String body) {
        Answer answer = new Answer(0, "");
        for (int attempt = 0; attempt < TRIES; attempt++) {
            answer = send(method, path, body);
            boolean final4xx = answer.status() / 100 == 4 && answer.status() != 429 && answer.status() != 401;
            if (answer.isOk() || final4xx) {
                break;
            }
            pause(attempt);
        }
        if (!answer.isOk()) {
            throw new StackFailure(method + " " + path + " at the CRM: " + answer.status() + " " + answer.body() + ".");
        }
        return answer;
    }

    private static void pause(int attempt) {
        Pause.millis(Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * (1 + attempt / 4)));
    }

    /** One call; signs in first when the session is over. */
    private Answer send(String method, String path, String body) {
        Answer answer = signedIn(method, path, body);
        if (answer.status() == 401) {
            signIn();
            answer = signedIn(method, path, body);
        }
        return answer;
    }

    private Answer signedIn(String method, String path, String body) {
        return Http.send(
                method,
                systems.crm() + API + path,
                body,
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
    }

    private void signIn() {
        Answer answer = Http.send(
                "POST",
                systems.crm() + "/services/oauth2/token",
                "grant_type=client_credentials&client_id=" + encoded(systems.clientId()) + "&client_secret="
                        + encoded(systems.clientSecret()),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
        if (answer.isOk()) {
            token = parse(answer).path("access_token").asText();
        }
    }

    private static JsonNode parse(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new StackFailure("The CRM answered what is no JSON: " + answer.body() + ".", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
