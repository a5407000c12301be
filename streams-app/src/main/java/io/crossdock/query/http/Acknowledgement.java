package io.crossdock.query.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.contract.AuditEntry;
import io.crossdock.exceptions.Kind;
import io.crossdock.query.OrderQueries;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A person takes an exception on: written to {@code operator.audit} first, done by the task that keeps it, answered as soon as that is
 * seen.
 */
final class Acknowledgement {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** Each look asks every instance for all that is open. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ExceptionList exceptions;
    private final OperatorLog log;
    private final Clock clock;

    Acknowledgement(ExceptionList exceptions, OperatorLog log, Clock clock) {
        this.exceptions = exceptions;
        this.log = log;
        this.clock = clock;
    }

    /** Answers 200 with the exception, 202 if it takes longer, 404 if it is not open. */
    void answer(Context http) {
        String id = http.pathParam("id");
        Said said = Said.read(http.body());
        Optional<ObjectNode> open = find(id);
        if (open.isEmpty()) {
            Problem.write(
                    http,
                    404,
                    "Not open",
                    "No exception '" + id + "' is open: it may be resolved (/api/v1/exceptions).");
            return;
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        JsonNode kept = ExceptionList.kept(open.get());
        log.write(
                kept.path(OrderQueries.PARTITION).asInt(),
                new AuditEntry(
                        at,
                        said.by(),
                        "ACKNOWLEDGE",
                        id,
                        kept.path(OrderQueries.KEY).asText(),
                        kind(open.get()),
                        said.note()));
        ObjectNode seen = await(id, at);
        http.status(seen == null ? 202 : 200);
        ObjectNode item = seen == null ? open.get() : seen;
        item.remove(OrderQueries.KEPT);
        http.contentType("application/json").result(item.toString());
    }

    private @Nullable ObjectNode await(String id, Instant at) {
        Instant end = clock.instant().plus(PATIENCE);
        while (clock.instant().isBefore(end)) {
            Optional<ObjectNode> now = find(id);
            if (now.isEmpty() || now.get().path("acknowledgedAt").asText().equals(at.toString())) {
                return now.orElse(null);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return null;
    }

    private Optional<ObjectNode> find(String id) {
        return exceptions.all().stream()
                .filter(item -> item.path("exceptionId").asText().equals(id))
                .findFirst();
    }

    private static String kind(ObjectNode item) {
        return new Kind(item.path("type").asText(), item.path("target").textValue()).text();
    }

    /** What somebody says. */
    private record Said(String by, @Nullable String note) {

        /** Reads a body; says what is wrong with it. */
        static Said read(String body) {
            try {
                JsonNode said = JSON.readTree(body);
                String by = said.path("by").asText().strip();
                String note = said.path("note").textValue();
                if (by.isEmpty() || by.length() > LONGEST) {
                    throw new IllegalArgumentException("Say who you are: {\"by\": \"name\", \"note\": \"optional\"}");
                }
                if (note != null && note.length() > LONGEST) {
                    throw new IllegalArgumentException("note is longer than " + LONGEST + " characters.");
                }
                return new Said(by, note);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(
                        "The body is no JSON, expected {\"by\": \"name\", \"note\": \"optional\"}", e);
            }
        }
    }
}
