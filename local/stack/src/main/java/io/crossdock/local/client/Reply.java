package io.crossdock.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What a server said.
 *
 * @param status HTTP status: 2xx, 300 or 404; anything else is a {@link ClientFailure}
 * @param body a JSON object; missing if nothing was said
 * @param at when it was said, by the server's clock: ages are told by it, whatever the clock here shows
 */
public record Reply(int status, JsonNode body, Instant at) {

    /** Whether the server knows what it was asked for. */
    public boolean isOk() {
        return status / 100 == 2;
    }

    /** Whether Crossdock says that nobody has heard of it; another server says so in other words. */
    public boolean isUnknown() {
        return status == 404 && body.has("title");
    }

    /** Whether several things answer to the name that was asked for. */
    public boolean isChoice() {
        return status == 300;
    }
}
