package io.crossdock.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestTimesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Javalin server = Javalin.create(config -> {
        config.startup.showJavalinBanner = false;
        new RequestTimes(metrics).addTo(config);
        config.routes.before(http -> http.header("X-Content-Type-Options", "nosniff"));
        config.routes.get("/api/v1/orders/{id}", http -> http.status(200));
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
    void shouldMeasureByRouteAndNeverByOrder() throws Exception {
        // When: the server measures after it has answered, and has measured all once it has stopped
        get("/api/v1/orders/SO-1");
        get("/api/v1/orders/SO-2");
        get("/wp-login.php");
        server.stop();

        // Then
        List<String> series = metrics.find("crossdock.http.request").timers().stream()
                .map(RequestTimesTest::text)
                .sorted()
                .toList();
        assertThat(series).containsExactly("/api/v1/orders/{id} 200 2", "other 404 1");
    }

    private static String text(Timer timer) {
        return timer.getId().getTag("route") + " " + timer.getId().getTag("status") + " " + timer.count();
    }

    private void get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(PATIENCE)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(request, BodyHandlers.discarding());
        }
    }
}
