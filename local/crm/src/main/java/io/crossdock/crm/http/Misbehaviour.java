package io.crossdock.crm.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.crm.api.ApiReply;
import io.crossdock.crm.api.ApiRequest;
import io.crossdock.crm.error.ApiError;
import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.model.Json;
import io.javalin.http.Context;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The answers, and the silence, of a service that was told to fail. */
final class Misbehaviour {
    private static final ApiError UNKNOWN =
            new ApiError("UNKNOWN_EXCEPTION", "An unexpected error occurred. ErrorId: 1", List.of());

    private Misbehaviour() {}

    /** Closes the connection without an answer. */
    static void drop(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    static ApiReply nothing(ApiRequest request, int status) {
        return new ApiReply(status, null, false, request.objectInPath(), null, null, null, List.of());
    }

    /** 200, and the failure only in the body: per record for a collection, per part for a composite, else an error array. */
    static ApiReply errorInside200(ApiRequest request) {
        return new ApiReply(
                200, bodyOfFailure(request), false, request.objectInPath(), null, null, UNKNOWN.errorCode(), List.of());
    }

    static ApiException refusal(int status) {
        return switch (status) {
            case 401 -> ApiException.of(401, "INVALID_SESSION_ID", "Session expired or invalid");
            case 403 -> ApiException.of(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
            case 429 -> ApiException.of(429, "REQUEST_LIMIT_EXCEEDED", "Too many requests");
            case 503 -> ApiException.of(503, "SERVER_UNAVAILABLE", "The service is temporarily unavailable");
            default -> ApiException.of(status, UNKNOWN.errorCode(), UNKNOWN.message());
        };
    }

    private static JsonNode bodyOfFailure(ApiRequest request) {
        JsonNode body = request.body() == null ? Json.MAPPER.createObjectNode() : request.body();
        if (body.has("compositeRequest")) {
            ObjectNode answer = Json.MAPPER.createObjectNode();
            ArrayNode answers = answer.putArray("compositeResponse");
            for (JsonNode part : body.path("compositeRequest")) {
                ObjectNode failed = answers.addObject();
                failed.putArray("body").add(UNKNOWN.toJson());
                failed.put("httpStatusCode", 500);
                failed.put("referenceId", part.path("referenceId").asText());
            }
            return answer;
        }
        ArrayNode answer = Json.MAPPER.createArrayNode();
        if (!body.has("records")) {
            return answer.add(UNKNOWN.toJson());
        }
        for (int i = 0; i < body.path("records").size(); i++) {
            answer.addObject().put("success", false).putArray("errors").add(UNKNOWN.toCollectionJson());
        }
        return answer;
    }
}
