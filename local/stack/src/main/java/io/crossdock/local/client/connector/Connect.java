package io.crossdock.local.client.connector;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Api;
import io.crossdock.local.client.ClientFailure;
import io.crossdock.local.client.ExitCode;
import io.crossdock.local.client.Query;
import io.crossdock.local.client.Reply;
import io.crossdock.local.process.Pause;
import java.time.Duration;
import java.util.List;

/** The REST API of a Connect cluster. Configurations are not asked for: they may hold passwords. */
final class Connect {

    private static final long BETWEEN_LOOKS_MS = 200;

    private final Api api;
    private final Duration patience;

    /** The cluster behind {@code api}; after an action a connector has {@code patience} to become what it shall be. */
    Connect(Api api, Duration patience) {
        this.api = api;
        this.patience = patience;
    }

    /** All connectors, as Connect says it and read. */
    record All(JsonNode json, List<ConnectorState> states) {}

    /** One connector, as Connect says it and read. */
    record One(JsonNode json, ConnectorState state) {}

    All all() {
        Query query = Query.of("/connectors").with("expand", "status");
        Reply reply = api.get(query);
        if (!reply.isOk()) {
            throw api.stranger(query);
        }
        JsonNode json = reply.body();
        return new All(
                json,
                json.valueStream()
                        .map(connector -> ConnectorState.of(connector.path("status")))
                        .toList());
    }

    JsonNode offsets(String name) {
        return found(api.get(Query.of(path(name) + "/offsets")), name);
    }

    /** Tells the connector, then looks until it is so, or has failed, or patience is at an end. */
    One act(Action action, String name) {
        Reply told = action.of(api, path(name));
        if (!told.isOk()) {
            throw unknown(name);
        }
        long until = System.nanoTime() + patience.toNanos();
        One one = one(name);
        while (!action.isReached(one.state()) && !one.state().hasFailed() && System.nanoTime() < until) {
            Pause.millis(BETWEEN_LOOKS_MS);
            one = one(name);
        }
        return one;
    }

    private One one(String name) {
        JsonNode json = found(api.get(Query.of(path(name) + "/status")), name);
        return new One(json, ConnectorState.of(json));
    }

    private JsonNode found(Reply reply, String name) {
        if (!reply.isOk()) {
            throw unknown(name);
        }
        return reply.body();
    }

    private ClientFailure unknown(String name) {
        return new ClientFailure(
                ExitCode.NO,
                "No connector is called '" + name + "' at " + api.address() + ": `./crossdock connectors` lists them.");
    }

    private static String path(String name) {
        return "/connectors/" + Query.segment(name);
    }
}
