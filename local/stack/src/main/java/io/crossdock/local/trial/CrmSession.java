package io.crossdock.local.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Talks to the CRM by its REST API, as any client of it would. */
public final class CrmSession {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/services/data/v62.0";
    private static final int UNAUTHORIZED = 401;

    private final Secrets secrets;
    private String authorization;

    private CrmSession(Secrets secrets) {
        this.secrets = secrets;
        this.authorization = login(secrets);
    }

    /**
     * Logs in.
     *
     * @throws StackFailure if the CRM does not answer or refuses
     */
    public static CrmSession open(Secrets secrets) {
        return new CrmSession(secrets);
    }

    /** Creates a record; returns its 18-character id. */
    public String create(String object, ObjectNode fields) {
        return read(send("POST", "/sobjects/" + object, fields.toString()), "create a record of " + object)
                .path("id")
                .asText();
    }

    /** Creates up to 200 records of one object in one call, all or none. */
    public void createAll(String object, List<ObjectNode> records) {
        ObjectNode body = JSON.createObjectNode().put("allOrNone", true);
        for (ObjectNode fields : records) {
            ObjectNode one = fields.deepCopy();
            one.putObject("attributes").put("type", object);
            body.withArray("/records").add(one);
        }
        JsonNode results = read(send("POST", "/composite/sobjects", body.toString()), "create records of " + object);
        for (JsonNode result : results) {
            if (!result.path("success").asBoolean()) {
                throw new StackFailure("The CRM refused a record of " + object + ": " + result.path("errors") + ".");
            }
        }
    }

    /** Changes fields of a record. */
    public void change(String object, String id, ObjectNode fields) {
        Answer answer = send("PATCH", "/sobjects/" + object + "/" + id, fields.toString());
        if (!answer.isOk()) {
            throw refused("change " + object + " " + id, answer);
        }
    }

    /** One field of a record as text; empty if it has no value. */
    public String field(String object, String id, String field) {
        Answer answer = send("GET", "/sobjects/" + object + "/" + id + "?fields=" + field, "");
        JsonNode value = read(answer, "read " + object + " " + id).path(field);
        return value.isNull() ? "" : value.asText("");
    }

    /** All records of a query, page after page. */
    public List<JsonNode> query(String soql) {
        List<JsonNode> records = new ArrayList<>();
        String path = "/query?q=" + encoded(soql);
        while (!path.isEmpty()) {
            JsonNode page = read(send("GET", path, ""), "answer a query");
            page.path("records").forEach(records::add);
            path = page.path("nextRecordsUrl").asText("").replace(API, "");
        }
        return records;
    }

    private Answer send(String method, String path, String body) {
        Answer answer = sendOnce(method, path, body);
        if (answer.status() == UNAUTHORIZED) {
            authorization = login(secrets);
            answer = sendOnce(method, path, body);
        }
        return answer;
    }

    private Answer sendOnce(String method, String path, String body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", authorization);
        headers.put("Content-Type", "application/json");
        return Http.send(method, Port.CRM.url() + API + path, body, headers);
    }

    private static String login(Secrets secrets) {
        String form = "grant_type=client_credentials&client_id=" + encoded(secrets.get(Name.CRM_CLIENT_ID))
                + "&client_secret=" + encoded(secrets.get(Name.CRM_CLIENT_SECRET));
        Answer answer = Http.send(
                "POST",
                Port.CRM.url() + "/services/oauth2/token",
                form,
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
        return "Bearer " + read(answer, "give a token").path("access_token").asText();
    }

    private static JsonNode read(Answer answer, String what) {
        if (!answer.isOk()) {
            throw refused(what, answer);
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new StackFailure("The CRM answered no JSON when asked to " + what + ".", e);
        }
    }

    private static StackFailure refused(String what, Answer answer) {
        return new StackFailure("The CRM did not " + what + ": " + answer.status() + " " + answer.body()
                + ". Does the stack run? `./crossdock status` says.");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
