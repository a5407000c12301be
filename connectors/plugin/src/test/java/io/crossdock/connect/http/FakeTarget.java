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

        /** The connection ends without an answer. */
        public static Reply none() {
            return new Reply(0, "", Map.of(), 0);
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
    private final List<String> rawPaths = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile Function<Call, Reply> behaviour;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile String validToken = "";
    private volatile boolean refuseAll;
    private volatile long tokenDelayMs;
    private volatile boolean open;

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

    /** The options that lead here without a token, which is not asked for any more. */
    public Map<String, String> openOptions() {
        open = true;
        Map<String, String> options = options();
        options.remove("oauth.client.id");
        options.remove("oauth.client.secret");
        options.put("auth", "none");
        return options;
    }

    /** API calls so far. */
    public List<Call> calls() {
        return calls;
    }

    /** Paths of the API calls so far, as they were sent. */
    public List<String> rawPaths() {
        return rawPaths;
    }

    /** API calls so far with one method. */
    public List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /** How many tokens were given. */
    public int tokensGiven() {
        return tokens.get();
    }

    /** Requests of every kind so far: calls, refused ones, and those for tokens. */
    public int requests() {
        return requests.get();
    }

    /** From now on a token takes so long. */
    public void slowTokens(long ms) {
        tokenDelayMs = ms;
    }

    /** From now on every token is refused, and new ones are given. */
    public void refuseTokens() {
        refuseAll = true;
    }

    /** From now on the token in use is refused. */
    public void expireToken() {
        validToken = "";
    }

    private void token(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!form.contains("client_secret=" + SECRET)) {
            reply(exchange, Reply.json(401, "{\"error\":\"invalid_client\"}"));
            return;
        }
        validToken = "token-" + tokens.incrementAndGet();
        reply(
                exchange,
                Reply.json(200, "{\"access_token\":\"" + validToken + "\"}").after(tokenDelayMs));
    }

    private void api(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = headers.get("authorization");
        if (refuseAll || (!open && !("Bearer " + validToken).equals(authorization))) {
            reply(exchange, Reply.error(401, "INVALID_SESSION_ID"));
            return;
        }
        String path = URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
        Call call = new Call(exchange.getRequestMethod(), path, headers, body);
        rawPaths.add(exchange.getRequestURI().toString());
        calls.add(call);
        reply(exchange, behaviour.apply(call));
    }

    private static void reply(HttpExchange exchange, Reply reply) throws IOException {
        try (exchange) {
            if (reply.delayMs() > 0) {
                Thread.sleep(reply.delayMs());
            }
            if (reply.status() == 0) {
                return;
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
