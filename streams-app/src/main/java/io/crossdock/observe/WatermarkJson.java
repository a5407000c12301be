package io.crossdock.observe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.order.freshness.SourceLog;
import io.crossdock.order.freshness.Watermark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Watermarks as {@code /ready} lists them. */
public final class WatermarkJson {

    private WatermarkJson() {}

    /**
     * One item a connection: {@code {"connection","at","landedAt","ageSeconds","log":{"name","state","kept","left","seenAt"}}}; null
     * where nothing is known, {@code left} also where there is no limit, and no {@code log} where a source keeps none.
     *
     * @param connections connections whose records come in
     * @param watermarks what is known of each
     * @param logs how much log each keeps, bytes
     */
    public static ArrayNode of(
            List<String> connections,
            Function<String, Optional<Watermark>> watermarks,
            Function<String, Optional<SourceLog>> logs,
            Instant now) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (String connection : connections) {
            ObjectNode item = items.addObject().put("connection", connection);
            watermarks
                    .apply(connection)
                    .ifPresentOrElse(
                            known -> item.put("at", known.at().toString())
                                    .put("landedAt", known.landedAt().toString())
                                    .put("ageSeconds", known.age(now).toMillis() / 1000.0),
                            () -> item.putNull("at").putNull("landedAt").putNull("ageSeconds"));
            logs.apply(connection)
                    .ifPresent(log -> item.putObject("log")
                            .put("name", log.name())
                            .put("state", log.state().name())
                            .put("kept", log.kept())
                            .put("left", log.left())
                            .put("seenAt", log.seenAt().toString()));
        }
        return items;
    }
}
