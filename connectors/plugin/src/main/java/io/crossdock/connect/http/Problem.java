package io.crossdock.connect.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a target says went wrong, by its status or, however friendly that is, inside its body.
 *
 * @param status HTTP status, of the part if the answer has parts
 * @param code the target's error code, empty if it gave none
 * @param message its words, empty if it gave none
 */
public record Problem(int status, String code, String message) {

    /** What is to be made of it. */
    public enum Kind {
        /** It did nothing and may do it later. */
        BUSY,

        /** It failed and may have done it all the same. */
        DOUBTFUL,

        /** It has no such thing. */
        UNSUPPORTED,

        /** It will not do it. */
        REFUSED
    }

    private static final int DETAIL_LENGTH = 300;
    private static final Set<String> BUSY_CODES = Set.of(
            "REQUEST_LIMIT_EXCEEDED",
            "INVALID_SESSION_ID",
            "UNABLE_TO_LOCK_ROW",
            "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            "PROCESSING_HALTED");
    private static final Set<String> DOUBTFUL_CODES =
            Set.of("UNKNOWN_EXCEPTION", "SERVER_UNAVAILABLE", "REQUEST_RUNNING_TOO_LONG", "QUERY_TIMEOUT");
    /** Statuses of a request that was not acted on: it came too early, too late, or at the wrong door. */
    private static final Set<Integer> BUSY_STATUSES = Set.of(401, 408, 423, 425, 429);

    private static final Set<Integer> UNSUPPORTED_STATUSES = Set.of(405, 501);

    /** What is to be made of it. A 404 may mean the record or its kind: it is a refusal, because data may cure it. */
    public Kind kind() {
        if (BUSY_CODES.contains(code) || BUSY_STATUSES.contains(status) || isRedirect()) {
            return Kind.BUSY;
        }
        if (UNSUPPORTED_STATUSES.contains(status) || code.equals("INVALID_TYPE")) {
            return Kind.UNSUPPORTED;
        }
        boolean says = !code.isEmpty() || !message.isEmpty();
        if (status >= 500 || DOUBTFUL_CODES.contains(code) || (status < 300 && !says)) {
            return Kind.DOUBTFUL;
        }
        return Kind.REFUSED;
    }

    /** Status, code and message in one line, shortened. */
    public String summary() {
        String text = (status + " " + code + " " + message).strip().replaceAll("\\s+", " ");
        return text.length() <= DETAIL_LENGTH ? text : text.substring(0, DETAIL_LENGTH) + "…";
    }

    /** Moved: the address is wrong, not the message. */
    private boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    /** Null if there is none in an answer. */
    static @Nullable Problem in(int status, JsonNode body) {
        if (status >= 300) {
            JsonNode error = body.isArray() ? body.path(0) : body;
            return of(status, error);
        }
        if (body.isTextual() && body.asText().stripLeading().startsWith("<")) {
            return new Problem(status, "", "");
        }
        for (JsonNode part : body.path("compositeResponse")) {
            int partStatus = part.path("httpStatusCode").asInt();
            if (partStatus >= 300) {
                return of(partStatus, first(part.path("body")));
            }
        }
        if (!body.isArray()) {
            return inResult(status, body);
        }
        for (JsonNode one : body) {
            Problem problem = inResult(status, one);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /** Null if the result of one record is a success. */
    public static @Nullable Problem inResult(int status, JsonNode result) {
        boolean failed =
                result.path("success").isBoolean() && !result.path("success").asBoolean();
        boolean errors =
                result.path("errors").isArray() && !result.path("errors").isEmpty();
        if (failed || errors || result.path("hasErrors").asBoolean(false)) {
            return of(status, first(result.path("errors")));
        }
        return result.has("errorCode") ? of(status, result) : null;
    }

    private static JsonNode first(JsonNode errors) {
        return errors.isArray() ? errors.path(0) : errors;
    }

    /** A collection calls the code {@code statusCode}. */
    private static Problem of(int status, JsonNode error) {
        String code = error.path("errorCode").asText(error.path("statusCode").asText(""));
        return new Problem(
                status,
                code,
                error.isTextual() ? error.asText() : error.path("message").asText(""));
    }
}
