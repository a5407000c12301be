package io.crossdock.observe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.order.freshness.Watermark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Watermarks as {@code /ready} lists them. */
public final class WatermarkJson {

    private WatermarkJson() {}

    /**
     * One item a connection: {@code {"connection","at","landedAt","ageSeconds"}}; all but the first are null where nothing is known.
     *
     * @param connections connections whose records come in
     * @param watermarks what is known of each
     */
    public static ArrayNode of(
            List<String> connections, Function<String, Optional<Watermark>> watermarks, Instant now) {
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
        }
        return items;
    }
}
