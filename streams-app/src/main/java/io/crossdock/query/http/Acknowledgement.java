package io.crossdock.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.contract.AuditEntry;
import io.crossdock.exceptions.Kind;
import io.crossdock.operate.Act;
import io.crossdock.query.OrderQueries;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A person takes an exception on: written to {@code operator.audit} first, done by the task that keeps it, answered as soon as that is
 * seen.
 */
final class Acknowledgement {

    private final ExceptionList exceptions;
    private final OperatorLog log;
    private final Clock clock;
    private final Polling polling;

    Acknowledgement(ExceptionList exceptions, OperatorLog log, Clock clock) {
        this.exceptions = exceptions;
        this.log = log;
        this.clock = clock;
        // Each look asks every instance for all that is open.
        this.polling = new Polling(clock, Duration.ofSeconds(3), Duration.ofMillis(100));
    }

    /** Answers 200 with the exception, 202 if it takes longer, 404 if it is not open. */
    void answer(Context http) {
        String id = http.pathParam("id");
        Said said = Said.read(http.body(), "{\"by\": \"name\", \"note\": \"optional\"}");
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
                        Act.ACKNOWLEDGE.name(),
                        id,
                        kept.path(OrderQueries.KEY).asText(),
                        kind(open.get()),
                        said.note(),
                        null));
        Optional<ObjectNode> taken = polling.until(() -> find(id), now -> now.isEmpty() || isTaken(now.get(), at))
                .filter(now -> isTaken(now, at));
        http.status(taken.isPresent() ? 200 : 202);
        ObjectNode item = taken.orElse(open.get());
        item.remove(OrderQueries.KEPT);
        http.contentType("application/json").result(item.toString());
    }

    private static boolean isTaken(ObjectNode exception, Instant at) {
        return exception.path("acknowledgedAt").asText().equals(at.toString());
    }

    private Optional<ObjectNode> find(String id) {
        return exceptions.all().stream()
                .filter(item -> item.path("exceptionId").asText().equals(id))
                .findFirst();
    }

    private static String kind(ObjectNode item) {
        return new Kind(item.path("type").asText(), item.path("target").textValue()).text();
    }
}
