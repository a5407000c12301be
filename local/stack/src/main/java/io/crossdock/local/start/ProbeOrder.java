package io.crossdock.local.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Secrets.Name;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** An order captured in the CRM, to see the whole way work: it is confirmed when Crossdock has written its version back. */
final class ProbeOrder {

    static final String CUSTOMER = "crossdock-probe";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/services/data/v62.0";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String authorization;

    private ProbeOrder(String token) {
        this.authorization = "Bearer " + token;
    }

    /** Captures the order and waits until it is confirmed. */
    static void confirm(Secrets secrets) {
        ProbeOrder probe = new ProbeOrder(token(secrets));
        String id = probe.create();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!probe.isConfirmed(id)) {
            if (System.nanoTime() > until) {
                throw new StackFailure("The probe order " + id + " was not confirmed in the CRM within "
                        + PATIENCE.toSeconds() + " s: see .crossdock/logs/app.log and .crossdock/logs/connect.log.");
            }
            Pause.millis(50);
        }
    }

    private static String token(Secrets secrets) {
        String form = "grant_type=client_credentials&client_id=" + encoded(secrets.get(Name.CRM_CLIENT_ID))
                + "&client_secret=" + encoded(secrets.get(Name.CRM_CLIENT_SECRET));
        Answer answer = Http.send(
                "POST",
                Port.CRM.url() + "/services/oauth2/token",
                form,
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
        return read(answer, "gave no token").path("access_token").asText();
    }

    private String create() {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        String order = JSON.createObjectNode()
                .put("Customer_Code__c", CUSTOMER)
                .put("Status", "Draft")
                .put("EffectiveDate", today)
                .put("CurrencyIsoCode", "USD")
                .toString();
        return read(send("POST", "/sobjects/Order", order), "did not take the probe order")
                .path("id")
                .asText();
    }

    private boolean isConfirmed(String id) {
        JsonNode order =
                read(send("GET", "/sobjects/Order/" + id + "?fields=crossdock_version__c", ""), "lost the probe order");
        return !order.path("crossdock_version__c").asText("").isEmpty();
    }

    private Answer send(String method, String path, String body) {
        return Http.send(
                method,
                Port.CRM.url() + API + path,
                body,
                Map.of("Authorization", authorization, "Content-Type", "application/json"));
    }

    private static JsonNode read(Answer answer, String otherwise) {
        if (answer.isOk()) {
            try {
                return JSON.readTree(answer.body());
            } catch (JsonProcessingException e) {
                throw new StackFailure("The CRM " + otherwise + ": no JSON.", e);
            }
        }
        throw new StackFailure("The CRM " + otherwise + ": " + answer.status() + " " + answer.body() + ".");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
