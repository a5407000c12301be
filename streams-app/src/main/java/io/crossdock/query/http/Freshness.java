package io.crossdock.query.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.order.freshness.Watermark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** How complete an answer is, source by source: what is not in it either has not happened or has not been heard yet. */
public final class Freshness {

    private final Map<String, Duration> silentAfter;
    private final Function<String, Optional<Watermark>> watermarks;
    private final Clock clock;

    /**
     * Freshness of answers.
     *
     * @param silentAfter by source, how far it may be behind
     * @param watermarks how far it has been read; empty where nothing is known
     */
    public Freshness(Map<String, Duration> silentAfter, Function<String, Optional<Watermark>> watermarks, Clock clock) {
        this.silentAfter = new TreeMap<>(silentAfter);
        this.watermarks = watermarks;
        this.clock = clock;
    }

    /** What a copy can say of itself: it does not know how complete it is. */
    ArrayNode unknown() {
        return json(source -> Optional.empty());
    }

    /** {@code {connection, completeTo, ageSeconds, silent}}; all but the first are null where nothing is known. */
    ArrayNode json() {
        return json(watermarks);
    }

    private ArrayNode json(Function<String, Optional<Watermark>> known) {
        Instant now = clock.instant();
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        silentAfter.forEach((source, limit) -> {
            ObjectNode item = items.addObject().put("connection", source);
            known.apply(source)
                    .ifPresentOrElse(
                            watermark -> item.put("completeTo", watermark.at().toString())
                                    .put("ageSeconds", watermark.age(now).toMillis() / 1000.0)
                                    .put("silent", watermark.isSilent(now, limit)),
                            () -> item.putNull("completeTo")
                                    .putNull("ageSeconds")
                                    .putNull("silent"));
        });
        return items;
    }
}
