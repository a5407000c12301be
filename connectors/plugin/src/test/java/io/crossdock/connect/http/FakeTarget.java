package io.crossdock.connect.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A target on the loopback: gives tokens, remembers every call, and answers as the test says. */
public final class FakeTarget implements AutoCloseable {

    /** The secret tests look for where it must not be. */
    public static final String SECRET = "s3cr3t-value";

    /**
     * A call.
     *
     * @param path path and query, decoded
     */
    public record Call(String method, String path, Map<String, String> headers, String body) {}

    /** An answer; a delay comes after the answer has been worked out, so that its effect is there already. */
    public record Reply(int status, String body, Map<String, String> headers, long delayMs) {

        /** JSON. */
        public static Reply json(int status, String body) {
            return new Reply(status, body, Map.of(), 0);
        }

        /** An error as the API words it. */
        public static Reply error(int status, String code) {
            return json(status, "[{\"errorCode\":\"" + code + "\",\"message\":\"" + code + " it is\"}]");
        }

        /** The same with a header. */
        public Reply with(String header, String value) {
            return new Reply(status, body, Map.of(header, value), delayMs);
        }

        /** The same, later. */
        public Reply after(long ms) {
            return new Reply(status, body, headers, ms);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile Function<Call, Reply> behaviour;
    private volatile String validToken = "";

    /** A target that answers API calls by {@code behaviour}. */
    public FakeTarget(Function<Call, Reply> behaviour) {
        this.behaviour = behaviour;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/services/oauth2/token", this::token);
        server.createContext("/", this::api);
        server.start();
    }

    /** Answers otherwise from now on. */
    public void behave(Function<Call, Reply> other) {
        behaviour = other;
    }

    /** The options that lead here. */
    public Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        options.put("connection", "crm");
        options.put("base.url", "http://127.0.0.1:" + server.getAddress().getPort());
        options.put("oauth.client.id", "crossdock");
        options.put("oauth.client.secret", SECRET);
        options.put("request.timeout.ms", "2000");
        return options;
    }

    /** API calls so far. */
    public List<Call> calls() {
        return calls;
    }

    /** API calls so far with one method. */
    public List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /** How many tokens were given. */
    public int tokensGiven() {
        return tokens.get();
    }

    /** From now on the token in use is refused. */
    public void expireToken() {
        validToken = "";
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!form.contains("client_secret=" + SECRET)) {
            reply(exchange, Reply.json(401, "{\"error\":\"invalid_client\"}"));
            return;
        }
        validToken = "token-" + tokens.incrementAndGet();
        reply(exchange, Reply.json(200, "{\"access_token\":\"" + validToken + "\"}"));
    }

    private void api(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!("Bearer " + validToken).equals(headers.get("authorization"))) {
            reply(exchange, Reply.error(401, "INVALID_SESSION_ID"));
            return;
        }
        String path = URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
        Call call = new Call(exchange.getRequestMethod(), path, headers, body);
        calls.add(call);
        reply(exchange, behaviour.apply(call));
    }

    private static void reply(HttpExchange exchange, Reply reply) throws IOException {
        try (exchange) {
            if (reply.delayMs() > 0) {
                Thread.sleep(reply.delayMs());
            }
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
