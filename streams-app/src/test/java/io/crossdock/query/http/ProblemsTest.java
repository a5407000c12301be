package io.crossdock.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private final Javalin server = Javalin.create(config -> {
        config.startup.showJavalinBanner = false;
        config.routes.get("/api/closed", http -> {
            throw new InvalidStateStoreException("the stream thread is STARTING");
        });
        config.routes.get("/api/wrong", http -> {
            throw new IllegalArgumentException("limit is 'x', expected a whole number");
        });
        config.routes.get("/api/broken", http -> {
            throw new IllegalStateException("secret of the house");
        });
        config.routes.get(
                "/api/unknown",
                http -> Problem.write(
                        http, 404, "Unknown order", "Nobody knows it.", extra -> extra.put("more", true)));
        Problems.addTo(config);
    });

    @BeforeEach
    void start() {
        server.start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void shouldAskToComeAgainWhenAStoreClosesWhileItIsRead() throws Exception {
        // When
        HttpResponse<String> answer = get("/api/closed");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(problem(answer).path("title").asText()).isEqualTo("Not ready");
    }

    @Test
    void shouldSayWhatIsWrongWithAQuestion() throws Exception {
        // When
        HttpResponse<String> answer = get("/api/wrong");

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem(answer).path("detail").asText()).startsWith("limit is 'x'");
    }

    @Test
    void shouldTellTheLogAndNotTheCallerWhyItFailed() throws Exception {
        // When
        HttpResponse<String> answer = get("/api/broken");

        // Then
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(problem(answer).path("status").asInt()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void shouldAnswerWithAProblemWhenThereIsNoSuchPath() throws Exception {
        // When
        HttpResponse<String> answer = get("/api/v2/orders");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(problem(answer).path("title").asText()).isEqualTo("No such path");
    }

    @Test
    void shouldKeepWhatARouteSaysOfWhatItDoesNotFind() throws Exception {
        // When
        HttpResponse<String> answer = get("/api/unknown");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(problem(answer).path("title").asText()).isEqualTo("Unknown order");
        assertThat(problem(answer).path("more").asBoolean()).isTrue();
    }

    private static JsonNode problem(HttpResponse<String> answer) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        return new ObjectMapper().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
