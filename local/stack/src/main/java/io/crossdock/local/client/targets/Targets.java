package io.crossdock.local.client.targets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.local.client.Api;
import io.crossdock.local.client.ClientFailure;
import io.crossdock.local.client.ExitCode;
import io.crossdock.local.client.Json;
import io.crossdock.local.client.Query;
import io.crossdock.local.client.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Those whom a server tells something. */
public final class Targets {

    /** The mode of one that is told. */
    public static final String LIVE = "live";

    /** The mode of one that is compared and told nothing. */
    public static final String OBSERVE = "observe";

    private static final String PATH = "/api/v1/targets";
    private static final int ACCEPTED = 202;

    private final Api api;

    /** Those of the server behind {@code api}. */
    public Targets(Api api) {
        this.api = api;
    }

    /** How they stood; {@code at} by the server's clock. */
    public record All(JsonNode json, Instant at) {

        /** One by one. */
        public List<JsonNode> items() {
            return json.path("items").valueStream().toList();
        }

        /** The one that is called so. */
        public Optional<JsonNode> find(String name) {
            return items().stream()
                    .filter(item -> name.equals(Json.text(item, "target")))
                    .findFirst();
        }
    }

    /** One that was switched; {@code everywhere} unless some task has not done it yet. */
    public record Switched(JsonNode target, boolean everywhere, Instant at) {}

    /**
     * Who wants what.
     *
     * @param mode {@link #LIVE} or {@link #OBSERVE}
     * @param since what was first wanted before is left to the old way, RFC 3339; null for now
     */
    public record Wish(
            String by,
            String mode,
            @Nullable String note,
            @Nullable String since) {}

    /** All of them. */
    public All all() {
        Reply reply = api.list(Query.of(PATH), "items");
        return new All(reply.body(), reply.at());
    }

    /**
     * Switches one.
     *
     * @throws ClientFailure if none is called so
     */
    public Switched change(String name, Wish wish) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("by", wish.by()).put("mode", wish.mode());
        if (wish.note() != null) {
            body.put("note", wish.note());
        }
        if (wish.since() != null) {
            body.put("since", wish.since());
        }
        Query query = Query.of(PATH + "/" + Query.segment(name) + "/mode");
        Reply reply = api.post(query, body);
        if (!reply.isOk()) {
            All all = all();
            throw all.find(name).isPresent() ? api.stranger(query) : unknown(name, all);
        }
        return new Switched(reply.body(), reply.status() != ACCEPTED, reply.at());
    }

    ClientFailure unknown(String name, All all) {
        String names =
                all.items().stream().map(item -> Json.text(item, "target")).collect(Collectors.joining(", "));
        return new ClientFailure(
                ExitCode.NO,
                "No target is called '" + name + "' at " + api.address() + ": "
                        + (names.isEmpty() ? "there is none." : "there are " + names + "."));
    }
}
