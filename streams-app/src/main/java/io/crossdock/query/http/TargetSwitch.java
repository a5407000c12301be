package io.crossdock.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.contract.AuditEntry;
import io.crossdock.operate.Act;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody has a target told from now on, or only observed: written to every partition of {@code operator.audit}, done by every task,
 * answered as soon as that is seen.
 */
final class TargetSwitch {

    private static final String EXPECTED =
            "{\"by\": \"name\", \"mode\": \"live or observe\", \"note\": \"optional\", \"since\": \"optional RFC 3339 time\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final TargetList targets;
    private final Everywhere everywhere;
    private final Clock clock;

    TargetSwitch(TargetList targets, Everywhere everywhere, Clock clock) {
        this.targets = targets;
        this.everywhere = everywhere;
        this.clock = clock;
    }

    /** Answers 200 with how the target stands, 202 if not every task has done it yet, 404 if there is no such target. */
    void answer(Context http) {
        String target = http.pathParam("target");
        Said said = Said.read(http.body(), EXPECTED);
        String mode = said.more().path("mode").asText();
        if (!mode.equals(Act.LIVE) && !mode.equals(Act.OBSERVE)) {
            throw new IllegalArgumentException("mode is '" + mode + "', expected " + EXPECTED);
        }
        if (find(target).isEmpty()) {
            Problem.write(http, 404, "Unknown target", "No connection '" + target + "' is told anything.");
            return;
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AuditEntry entry = new AuditEntry(
                at,
                said.by(),
                Act.SWITCH.name(),
                "",
                target,
                mode,
                said.note(),
                since(said.more().path("since"), at));
        everywhere.write(entry);
        boolean seen = await(target, at);
        http.status(seen ? 200 : 202)
                .contentType("application/json")
                .result(find(target).orElseThrow().toString());
    }

    private static Instant since(JsonNode said, Instant at) {
        if (said.isMissingNode() || said.isNull()) {
            return at;
        }
        try {
            Instant since = OffsetDateTime.parse(said.asText()).toInstant().truncatedTo(ChronoUnit.MILLIS);
            if (since.isAfter(at)) {
                throw new IllegalArgumentException("since is " + said.asText() + ", which is still to come.");
            }
            return since;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("since is '" + said.asText() + "', expected a time like " + at, e);
        }
    }

    private boolean await(String target, Instant at) {
        Instant end = clock.instant().plus(PATIENCE);
        while (clock.instant().isBefore(end)) {
            boolean done = find(target)
                    .filter(item -> item.path("at").asText().equals(at.toString()))
                    .isPresent();
            if (done) {
                return true;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return false;
    }

    private Optional<ObjectNode> find(String target) {
        return targets.all().stream()
                .filter(item -> item.path("target").asText().equals(target))
                .findFirst();
    }
}
