package io.crossdock.connect.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the target answered.
 *
 * @param status HTTP status
 * @param body its JSON, a missing node if there was none, a text node if it was not JSON
 * @param at when it answered, by its own clock
 * @param retryAfter how long it asks us to wait, null if it does not
 */
public record Answer(
        int status, JsonNode body, Instant at, @Nullable Duration retryAfter) {

    private static final int DETAIL_LENGTH = 300;

    /** True for 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** True if the target refuses because of its request limit: the call had no effect. */
    public boolean isLimit() {
        return status == 429 || (status == 403 && errorCode().equals("REQUEST_LIMIT_EXCEEDED"));
    }

    /** The target's error code, empty if it gave none. */
    public String errorCode() {
        return error().path("errorCode").asText("");
    }

    /** Status, code and message in one line, shortened. */
    public String summary() {
        String text =
                (status + " " + errorCode() + " " + errorMessage()).strip().replaceAll("\\s+", " ");
        return text.length() <= DETAIL_LENGTH ? text : text.substring(0, DETAIL_LENGTH) + "…";
    }

    private String errorMessage() {
        return error().path("message").asText("");
    }

    private JsonNode error() {
        return body.isArray() ? body.path(0) : body;
    }
}
