package io.crossdock.freshness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.crossdock.order.freshness.SourceLog;
import io.crossdock.order.freshness.Watermark;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads heartbeats, {@code {"connection","at","kind","epoch"}}, and what is seen of a source's log, {@code {"connection","kind":"log",
 * "name","state","kept","left","seenAt"}}. Whatever comes, it never throws.
 */
final class HeartbeatReader {

    private static final ObjectReader JSON = new ObjectMapper().readerFor(JsonNode.class);
    private static final String UNKNOWN = "unknown";
    private static final String LOG = "log";

    private final Set<String> connections;

    /** {@code connections} are those we know. */
    HeartbeatReader(Set<String> connections) {
        this.connections = Set.copyOf(connections);
    }

    /**
     * What a record says.
     *
     * @param key the connection
     * @param value JSON
     * @param landedAt append to the topic by the broker's clock
     */
    Heard read(@Nullable String key, byte @Nullable [] value, Instant landedAt) {
        if (key == null || !connections.contains(key)) {
            return new Heard.Refused(UNKNOWN, "unknown-connection");
        }
        try {
            JsonNode said = value == null ? null : JSON.readTree(value);
            if (said == null || !key.equals(said.path("connection").textValue())) {
                return new Heard.Refused(key, "unreadable");
            }
            return LOG.equals(said.path("kind").textValue()) ? log(key, said) : beat(key, said, landedAt);
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return new Heard.Refused(key, "unreadable");
        }
    }

    private static Heard log(String connection, JsonNode said) {
        JsonNode left = said.path("left");
        boolean usable = said.path("name").isTextual()
                && said.path("kept").canConvertToLong()
                && (left.isMissingNode() || left.canConvertToLong());
        if (!usable) {
            return new Heard.Refused(connection, "unreadable");
        }
        Instant seenAt = Instant.parse(said.path("seenAt").asText());
        return new Heard.Log(
                connection,
                new SourceLog(
                        said.path("name").textValue(),
                        SourceLog.State.valueOf(said.path("state").asText()),
                        said.path("kept").longValue(),
                        left.isMissingNode() ? null : left.longValue(),
                        seenAt,
                        seenAt));
    }

    private static Heard beat(String connection, JsonNode said, Instant landedAt) {
        JsonNode epoch = said.path("epoch");
        boolean usable = said.path("at").isTextual() && (epoch.isMissingNode() || epoch.canConvertToLong());
        if (!usable) {
            return new Heard.Refused(connection, "unreadable");
        }
        Watermark watermark = new Watermark(Instant.parse(said.path("at").textValue()), landedAt, epoch.asLong(0));
        return watermark.isAhead()
                ? new Heard.Refused(connection, "clock-ahead")
                : new Heard.Beat(connection, watermark);
    }
}
