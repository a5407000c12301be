package io.crossdock.local.client.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.local.client.Api;
import io.crossdock.local.client.Query;
import io.crossdock.local.client.Reply;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rebuilds of a server. */
public final class Replays {

    private static final String PATH = "/api/v1/replay";

    /** The server answers once all that was sent to targets is answered, which it waits for half a minute. */
    private static final Duration SETTLING = Duration.ofSeconds(45);

    private final Api api;

    /** Those of the server behind {@code api}. */
    public Replays(Api api) {
        this.api = api;
    }

    /** The latest one, as the server says it and read; {@code at} by the server's clock. */
    public record Latest(JsonNode json, Rebuild rebuild, Instant at) {
        private static Latest of(Reply reply) {
            return new Latest(reply.body(), Rebuild.of(reply.body()), reply.at());
        }
    }

    /** How it stands. */
    public Latest latest() {
        Query query = Query.of(PATH);
        Reply reply = api.get(query);
        if (!reply.isOk() || !reply.body().has("state")) {
            throw api.stranger(query);
        }
        return Latest.of(reply);
    }

    /**
     * Has everything rebuilt from the raw records.
     *
     * @param force also while messages are unanswered
     * @throws io.crossdock.local.client.ClientFailure if that cannot be now
     */
    public Latest begin(String by, @Nullable String note, boolean force) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("by", by);
        if (note != null) {
            body.put("note", note);
        }
        Query query = Query.of(PATH);
        Reply reply = api.waiting(SETTLING).post(query, body.put("force", force));
        if (!reply.isOk() || !reply.body().has("epoch")) {
            throw api.stranger(query);
        }
        return Latest.of(reply);
    }
}
