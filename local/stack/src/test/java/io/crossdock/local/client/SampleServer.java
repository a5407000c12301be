package io.crossdock.local.client;

import io.crossdock.local.process.Pause;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that says what it was told to say, and remembers what it was asked. Its clock stands at 2026-11-26 15:23:00 UTC, which is
 * 09:23:00 in Chicago. Several answers to one question are given in turn, the last for ever.
 */
public final class SampleServer implements AutoCloseable {

    private static final String NOW = "Thu, 26 Nov 2026 15:23:00 GMT";

    private record Said(int status, String type, String body) {}

    private final Map<String, Deque<Said>> answers = new HashMap<>();
    private final Map<String, Duration> slow = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Javalin server;

    /** A server at a port that was free. */
    public SampleServer() {
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get("*", this::answer);
            config.routes.put("*", this::answer);
            config.routes.post("*", this::answer);
        });
        server.start("127.0.0.1", 0);
    }

    /** Answers with a sample. */
    public SampleServer says(String question, String file) {
        return says(question, 200, "application/json", sample(file));
    }

    /** Answers; the question is method, path and query as they are sent. */
    public SampleServer says(String question, int status, String type, String body) {
        answers.computeIfAbsent(question, key -> new ArrayDeque<>()).add(new Said(status, type, body));
        return this;
    }

    /** Answers with problem details. */
    public SampleServer refuses(String question, int status, String detail) {
        return says(
                question,
                status,
                "application/problem+json",
                "{\"title\": \"No\", \"status\": " + status + ", \"detail\": \"" + detail + "\"}");
    }

    /** Takes so long for each answer to this question. */
    public SampleServer takes(String question, Duration time) {
        slow.put(question, time);
        return this;
    }

    /** What it was asked, with the bodies, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The text of a sample. */
    public static String sample(String file) {
        try (InputStream stream = SampleServer.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no sample " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private void answer(Context http) {
        String query = http.queryString();
        String question = http.method() + " " + http.req().getRequestURI() + (query == null ? "" : "?" + query);
        asked.add(http.body().isEmpty() ? question : question + " " + http.body());
        Pause.millis(slow.getOrDefault(question, Duration.ZERO).toMillis());
        Deque<Said> said = answers.getOrDefault(question, new ArrayDeque<>());
        Said next = said.size() > 1 ? said.remove() : said.peek();
        http.header("Date", NOW);
        if (next == null) {
            http.status(418).contentType("text/plain").result("not asked for in this test: " + question);
            return;
        }
        http.status(next.status()).contentType(next.type()).result(next.body());
        if (next.status() == 503) {
            http.header("Retry-After", "1");
        }
    }
}
