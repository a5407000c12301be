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

/**
 * Somebody has a target told from now on, or only observed: written to every partition of {@code operator.audit}, done by every task,
 * answered as soon as that is seen.
 */
final class TargetSwitch {

    private static final String EXPECTED =
            "{\"by\": \"name\", \"mode\": \"live or observe\", \"note\": \"optional\", \"since\": \"optional RFC 3339 time\"}";

    private final SwitchList switches;
    private final TargetList targets;
    private final Everywhere everywhere;
    private final Clock clock;
    private final Polling polling;

    TargetSwitch(SwitchList switches, TargetList targets, Everywhere everywhere, Clock clock) {
        this.switches = switches;
        this.targets = targets;
        this.everywhere = everywhere;
        this.clock = clock;
        this.polling = new Polling(clock, Duration.ofSeconds(5), Duration.ofMillis(100));
    }

    /** Answers 200 with how the target stands, 202 if not every task has done it yet, 404 if there is no such target. */
    void answer(Context http) {
        String target = http.pathParam("target");
        Said said = Said.read(http.body(), EXPECTED);
        String mode = said.more().path("mode").asText();
        if (!mode.equals(Act.LIVE) && !mode.equals(Act.OBSERVE)) {
            throw new IllegalArgumentException("mode is '" + mode + "', expected " + EXPECTED);
        }
        if (!switches.isTarget(target)) {
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
        boolean seen = isDone(at, polling.until(() -> switches.target(target), item -> isDone(at, item)));
        http.status(seen ? 200 : 202)
                .contentType("application/json")
                .result(targets.one(target).toString());
    }

    private static boolean isDone(Instant at, ObjectNode item) {
        return item.path("at").asText().equals(at.toString());
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
}
