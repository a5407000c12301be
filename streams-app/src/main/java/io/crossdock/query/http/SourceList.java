package io.crossdock.query.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.order.freshness.Watermark;
import io.crossdock.query.Page;
import io.crossdock.reconcile.EntityStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What every source has beside what was heard of it, entity by entity; every instance knows it of all. */
public final class SourceList {

    private final Map<String, Set<String>> entities;
    private final Supplier<List<EntityStanding>> standings;
    private final Function<String, Optional<Watermark>> watermarks;

    /**
     * The list.
     *
     * @param entities those that are compared, by connection
     * @param standings how those stand that a round has met
     * @param watermarks up to when a source is complete; empty where nothing is known
     */
    public SourceList(
            Map<String, Set<String>> entities,
            Supplier<List<EntityStanding>> standings,
            Function<String, Optional<Watermark>> watermarks) {
        this.entities = new TreeMap<>(entities);
        this.standings = standings;
        this.watermarks = watermarks;
    }

    /** One item an entity; one that no round has met yet has counted nothing. */
    Page page() {
        Map<String, EntityStanding> known = new TreeMap<>();
        standings.get().forEach(standing -> known.put(standing.connection() + "|" + standing.entity(), standing));
        List<ObjectNode> items = new ArrayList<>();
        entities.forEach((connection, names) -> new TreeSet<>(names).forEach(entity -> {
            ObjectNode item = JsonNodeFactory.instance
                    .objectNode()
                    .put("connection", connection)
                    .put("entity", entity)
                    .put(
                            "completeTo",
                            text(watermarks.apply(connection).map(Watermark::at).orElse(null)));
            EntityStanding standing = known.get(connection + "|" + entity);
            items.add(standing == null ? item.putNull("round").putNull("running") : add(item, standing));
        }));
        return new Page(items, null);
    }

    private static ObjectNode add(ObjectNode item, EntityStanding standing) {
        if (standing.round() == null) {
            item.putNull("round");
        } else {
            item.putObject("round")
                    .put("beganAt", text(standing.round()))
                    .put("endedAt", text(standing.endedAt()))
                    .put("rows", standing.rows())
                    .put("held", standing.held());
        }
        if (standing.running() == null) {
            item.putNull("running");
        } else {
            item.putObject("running")
                    .put("beganAt", text(standing.running()))
                    .put("rows", standing.walked())
                    .put("about", standing.about());
        }
        item.put("missing", standing.missing())
                .put("stale", standing.stale())
                .put("surplus", standing.surplus())
                .put("more", standing.more())
                .put("readAgainSince", text(standing.askedAt()));
        standing.named().forEach(item.putArray("named")::add);
        standing.namedSurplus().forEach(item.putArray("namedSurplus")::add);
        return item;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
