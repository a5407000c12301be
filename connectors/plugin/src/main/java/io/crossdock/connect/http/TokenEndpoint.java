package io.crossdock.connect.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** The OAuth client-credentials flow. */
final class TokenEndpoint {

    private final RestSettings settings;
    private final Exchange exchange;

    TokenEndpoint(RestSettings settings, Exchange exchange) {
        this.settings = settings;
        this.exchange = exchange;
    }

    /**
     * Asks for a token.
     *
     * @return the endpoint's answer, which holds {@code access_token}
     * @throws IOException if it cannot be reached or gives none; the text names client and address, never the secret
     */
    JsonNode request() throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + HttpAddress.encode(settings.clientId())
                + "&client_secret="
                + HttpAddress.encode(settings.clientSecret().value());
        HttpRequest request = HttpRequest.newBuilder(settings.tokenUrl())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form))
                .build();
        Answer answer = answer(request);
        if (!answer.isSuccess() || answer.body().path("access_token").asText("").isEmpty()) {
            throw new TokenRefused(
                    "No token from " + settings.tokenUrl() + " for client " + settings.clientId() + ": "
                            + answer.status() + " "
                            + answer.body().path("error").asText("")
                            + ". Check oauth.client.id and oauth.client.secret",
                    null);
        }
        return answer.body();
    }

    /** Whatever happens here, the call that the token is for has not been made. */
    private Answer answer(HttpRequest request) throws IOException, InterruptedException {
        try {
            return exchange.send(request);
        } catch (IOException e) {
            throw new TokenRefused(
                    "No token from " + settings.tokenUrl() + ": " + e.getClass().getSimpleName() + ": "
                            + e.getMessage(),
                    e);
        }
    }
}
