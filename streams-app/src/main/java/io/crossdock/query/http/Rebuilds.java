package io.crossdock.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.contract.AuditEntry;
import io.crossdock.operate.Act;
import io.crossdock.query.Rebuild;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/replay}: every status is worked out anew from what came in, in a new epoch. First every target is muted and what is on
 * its way is answered: what a target was asked and has not answered yet, the new epoch could not know.
 */
final class Rebuilds {

    private static final String EXPECTED =
            "{\"by\": \"name\", \"note\": \"optional\", \"force\": \"true, if unanswered messages do not matter\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What was first wanted landed before; a source is hardly ever read so far behind. */
    private static final Duration EARLIER = Duration.ofMinutes(1);

    private final Supplier<Rebuild> rebuild;
    private final TargetList targets;
    private final Everywhere everywhere;
    private final Clock clock;
    private final Polling polling;

    Rebuilds(Supplier<Rebuild> rebuild, TargetList targets, Everywhere everywhere, Clock clock) {
        this.rebuild = rebuild;
        this.targets = targets;
        this.everywhere = everywhere;
        this.clock = clock;
        this.polling = new Polling(clock, PATIENCE, Duration.ofMillis(250));
    }

    /** Where it stands. */
    ObjectNode json() {
        Rebuild now = rebuild.get();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("epoch", now.epoch())
                .put("state", now.stage().name().toLowerCase(Locale.ROOT))
                .put("startedAt", text(now.startedAt()))
                .put("by", now.by())
                .put("note", now.note())
                .put("cut", text(now.cut()))
                .put("read", now.read())
                .put("total", now.total())
                .put("behind", now.behind());
        now.live().forEach(json.putArray("live")::add);
        return json;
    }

    /** Answers 202 once it is asked for, 409 if it cannot begin. */
    void begin(Context http) {
        Said said = Said.read(http.body(), EXPECTED);
        Rebuild now = rebuild.get();
        if (now.isUnderWay()) {
            Problem.write(
                    http,
                    409,
                    "Rebuild under way",
                    "Epoch " + now.epoch() + " is being rebuilt since " + now.startedAt()
                            + "; /api/v1/replay says how far it is.");
            return;
        }
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<ObjectNode> told = told();
        List<String> live =
                told.stream().map(item -> item.path("target").asText()).toList();
        Instant cut = earliestWanted(told, at);
        live.forEach(target -> everywhere.write(entry(at, said, Act.SWITCH, target, Act.OBSERVE, null)));
        Optional<String> unanswered = polling.until(this::unanswered, Optional::isEmpty);
        if (unanswered.isPresent() && !said.more().path("force").asBoolean()) {
            live.forEach(target -> everywhere.write(entry(now(), said, Act.SWITCH, target, Act.LIVE, at)));
            Problem.write(
                    http,
                    409,
                    "Messages unanswered",
                    unanswered.get() + " after " + PATIENCE.toSeconds()
                            + " s, and a new epoch would not know of them. Is its"
                            + " sink running? Everybody is told again as before; with force it begins nevertheless.");
            return;
        }
        long next = now.epoch() + 1;
        everywhere.write(entry(now(), said, Act.REBUILD, String.join(",", live), String.valueOf(next), cut));
        ObjectNode answer =
                JsonNodeFactory.instance.objectNode().put("epoch", next).put("cut", cut.toString());
        live.forEach(answer.putArray("live")::add);
        http.status(202).contentType("application/json").result(answer.toString());
    }

    private List<ObjectNode> told() {
        return targets.all().stream()
                .filter(item -> item.path("mode").asText().equals(Act.LIVE))
                .toList();
    }

    /** What waits was not asked for yet: it must count as new, or nobody would ever ask for it. */
    private static Instant earliestWanted(List<ObjectNode> told, Instant at) {
        return told.stream()
                .filter(item -> item.hasNonNull("waitingSince"))
                .map(item -> Instant.parse(item.path("waitingSince").asText()).minus(EARLIER))
                .filter(since -> since.isBefore(at))
                .min(Instant::compareTo)
                .orElse(at);
    }

    /** Who owes how many answers; empty once nobody does. */
    private Optional<String> unanswered() {
        for (ObjectNode item : targets.all()) {
            long flying = item.path("states").path("inFlight").asLong();
            boolean switching = item.path("mode").asText().equals("switching");
            if (flying > 0 || switching) {
                return Optional.of(item.path("target").asText() + " has not answered " + flying + " messages");
            }
        }
        return Optional.empty();
    }

    private static AuditEntry entry(
            Instant at, Said said, Act act, String subject, String kind, @Nullable Instant since) {
        return new AuditEntry(at, said.by(), act.name(), "", subject, kind, said.note(), since);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
