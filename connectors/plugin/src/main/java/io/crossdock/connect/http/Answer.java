package io.crossdock.connect.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.connect.call.Usage;
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
 * @param usage what it says about the day's calls, null if nothing
 */
public record Answer(
        int status,
        JsonNode body,
        Instant at,
        @Nullable Duration retryAfter,
        @Nullable Usage usage) {

    /** True for 2xx, whatever the body says. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** What went wrong, be it inside a friendly answer; null if nothing. */
    public @Nullable Problem problem() {
        return Problem.in(status, body);
    }

    /** True if the target refuses because of its request limit: the call had no effect. */
    public boolean isLimit() {
        return status == 429 || (status == 403 && errorCode().equals("REQUEST_LIMIT_EXCEEDED"));
    }

    /** True if the answer says more about the target than about the request: it is down, shut to us, or busy. */
    public boolean isOutage() {
        Problem problem = problem();
        return (problem != null && problem.kind() == Problem.Kind.DOUBTFUL && !hasSuccess())
                || isLimit()
                || status == 401
                || status == 408
                || (status >= 300 && status < 400);
    }

    /** One record among several that fails does not make the target down. */
    private boolean hasSuccess() {
        for (JsonNode result : body) {
            if (result.path("success").asBoolean(false)) {
                return true;
            }
        }
        return false;
    }

    /** The target's error code, empty if it gave none. */
    public String errorCode() {
        Problem problem = problem();
        return problem == null ? "" : problem.code();
    }

    /** Status, code and message in one line, shortened. */
    public String summary() {
        Problem problem = problem();
        return problem == null ? Integer.toString(status) : problem.summary();
    }
}
