package io.crossdock.local.server;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Plain HTTP to the servers of the stack, on loopback. */
public final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Http() {}

    /**
     * An answer.
     *
     * @param status HTTP status; 0 if nobody answered
     * @param body text, or why nobody answered
     */
    public record Answer(int status, String body) {

        /** Whether the status is 2xx. */
        public boolean isOk() {
            return status / 100 == 2;
        }
    }

    /** Whether a GET is answered with 2xx. */
    public static boolean answers(String url) {
        return send("GET", url, "", Map.of()).isOk();
    }

    /** GET. */
    public static Answer get(String url, Map<String, String> headers) {
        return send("GET", url, "", headers);
    }

    /**
     * Any method.
     *
     * @param body sent as it is; empty for none
     */
    public static Answer send(String method, String url, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (ConnectException e) {
            return new Answer(0, "nobody listens there");
        } catch (IOException e) {
            return new Answer(0, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, "interrupted");
        }
    }
}
