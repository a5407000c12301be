package io.crossdock.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.failsafe.CircuitBreaker;
import io.crossdock.order.fact.Identifier;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Asks the other instances for what they hold. One that does not answer is said to be not ready, never taken for empty. */
public final class Peers {

    /**
     * Header of a question between instances: who gets it answers from its own stores only. Its value is the topmost mailbox that the
     * question is about, percent-encoded; {@value #PARTITION} if it is about one partition.
     */
    public static final String HEADER = "Crossdock-Forwarded";

    /** Header of the same question: how current its answer can be, an {@link Age}; CURRENT if it is missing. */
    public static final String AGE = "Crossdock-Age";

    /** Value of the header of a question about one partition. */
    public static final String PARTITION = "partition";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** So long nobody asks again where nobody answered: one question asks for many ids. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final Map<String, CircuitBreaker<Object>> breakers = new ConcurrentHashMap<>();

    /**
     * What another instance answered.
     *
     * @param status HTTP status
     * @param contentType as it said, {@code application/json} if it did not
     * @param body text
     */
    public record Answer(int status, String contentType, String body) {}

    /**
     * Asks an instance.
     *
     * @param address its host and port
     * @param path path and query, encoded
     * @param about value of the header
     * @param age how current the answer can be
     * @throws NotReadyException if it does not answer, has not answered a moment ago, or is not ready itself
     */
    public Answer get(String address, String path, String about, Age age) {
        CircuitBreaker<Object> breaker = breakers.computeIfAbsent(
                address,
                any -> CircuitBreaker.builder()
                        .withFailureThreshold(1)
                        .withDelay(PAUSE)
                        .build());
        if (!breaker.tryAcquirePermit()) {
            throw new NotReadyException("The instance at " + address + " did not answer a moment ago.");
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address + path))
                .timeout(PATIENCE)
                .header(HEADER, about)
                .header(AGE, age.name())
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            breaker.recordSuccess();
            if (response.statusCode() / 100 == 5) {
                throw new NotReadyException("The instance at " + address + " is not ready.");
            }
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse("application/json"),
                    response.body());
        } catch (IOException e) {
            breaker.recordFailure();
            throw new NotReadyException("The instance at " + address + " does not answer.");
        } catch (InterruptedException e) {
            breaker.recordFailure();
            Thread.currentThread().interrupt();
            throw new NotReadyException("Interrupted while asking the instance at " + address + ".");
        }
    }

    /** What a mailbox of another instance says about the way up. */
    Rung rung(String address, Identifier self, Age age) {
        String id = encoded(self.toString());
        JsonNode answer = ok(address, "/internal/mailbox?id=" + id, id, age);
        TreeSet<Identifier> parents = new TreeSet<>();
        answer.path("parents").forEach(parent -> parents.add(Identifier.parse(parent.asText())));
        return new Rung(answer.path("known").asBoolean(), parents);
    }

    /** A page of another instance: what {@code path} asks, answered from its own stores. */
    public Page page(String address, String path, Age age) {
        JsonNode answer = ok(address, path, PARTITION, age);
        List<ObjectNode> items = new ArrayList<>();
        answer.path("items").forEach(item -> items.add((ObjectNode) item));
        return new Page(items, answer.path("nextCursor").textValue());
    }

    /** The items of the same page of several instances, one after the other. */
    public List<ObjectNode> items(Collection<String> addresses, String path) {
        return addresses.stream()
                .flatMap(address -> page(address, path, Age.CURRENT).items().stream())
                .toList();
    }

    /** As a part of a path, a query or a header. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode ok(String address, String path, String about, Age age) {
        Answer answer = get(address, path, about, age);
        if (answer.status() != 200) {
            throw new NotReadyException("The instance at " + address + " answered " + answer.status() + ".");
        }
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new NotReadyException("The instance at " + address + " answered no JSON.");
        }
    }
}
