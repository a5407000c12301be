package io.crossdock.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page, its scripts and its policy, as a browser gets them. */
class LivePageTest {

    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"#]+)\"");
    private static final Pattern IMPORTED = Pattern.compile("from \"\\./([a-z-]+\\.js)\"");

    private final HttpClient browser = HttpClient.newHttpClient();
    private final Javalin server = Javalin.create(config -> {
        config.startup.showJavalinBanner = false;
        LivePage.addTo(config);
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
    void shouldServeEverythingThatThePageLoads() throws Exception {
        // Given
        String page = get("/").body();

        // When
        List<String> loaded = LOADED.matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(path -> !path.startsWith("/api/"))
                .toList();

        // Then
        assertThat(loaded).isNotEmpty().allSatisfy(path -> {
            assertThat(path).startsWith("/");
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        });
        assertThat(loaded).anyMatch(path -> path.contains("chart.js"));
    }

    @Test
    void shouldServeEveryScriptThatAnotherImports() throws Exception {
        // Given
        String script = get("/page.js").body();

        // When
        List<MatchResult> imported = IMPORTED.matcher(script).results().toList();

        // Then
        assertThat(imported)
                .isNotEmpty()
                .allSatisfy(found ->
                        assertThat(get("/" + found.group(1)).statusCode()).isEqualTo(200));
    }

    @Test
    void shouldLetTheBrowserLoadNothingFromElsewhere() throws Exception {
        for (String path : List.of("/", "/page.js", "/page.css")) {
            // When
            HttpResponse<String> answer = get(path);

            // Then
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .startsWith("default-src 'self'");
            assertThat(answer.body()).as(path).doesNotContain("http://", "https://", " style=\"");
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return browser.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
