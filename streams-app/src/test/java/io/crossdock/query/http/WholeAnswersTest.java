package io.crossdock.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server that stops while it answers. */
class WholeAnswersTest {

    @Test
    void shouldFinishAnAnswerThatWasBegun() throws Exception {
        // Given: an answer that takes longer than the server lives
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            WholeAnswers.addTo(config);
            config.routes.get("/slow", http -> {
                begun.countDown();
                stopping.await(5, TimeUnit.SECONDS);
                Thread.sleep(300);
                http.result("all of it");
            });
        });
        server.start("127.0.0.1", 0);
        URI slow = URI.create("http://127.0.0.1:" + server.port() + "/slow");
        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> answer =
                    client.sendAsync(HttpRequest.newBuilder(slow).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();

            // When
            stopping.countDown();
            server.stop();

            // Then
            assertThat(answer.get(5, TimeUnit.SECONDS).body()).isEqualTo("all of it");
        }
    }
}
