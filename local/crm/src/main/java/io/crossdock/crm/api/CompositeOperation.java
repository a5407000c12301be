package io.crossdock.crm.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.model.Json;
import io.crossdock.crm.store.AccessLog;
import io.crossdock.crm.store.RecordStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** POST /composite: up to 25 calls in one, where a later one may use what an earlier one answered. */
final class CompositeOperation implements Operation {
    private static final int MOST_PARTS = 25;

    private final Router router;

    CompositeOperation(Router router) {
        this.router = router;
    }

    @Override
    public ApiReply perform(ApiRequest request, RecordStore records) throws SQLException {
        JsonNode parts = request.object().path("compositeRequest");
        boolean allOrNone = request.object().path("allOrNone").asBoolean(false);
        if (!parts.isArray() || parts.size() > MOST_PARTS) {
            throw ApiException.of(
                    400, "INVALID_INPUT", "compositeRequest must be an array of at most " + MOST_PARTS + " requests");
        }
        Connection connection = records.connection();
        Savepoint before = connection.setSavepoint();
        List<Part> done = new ArrayList<>();
        References references = new References();
        for (JsonNode part : parts) {
            done.add(run(part, references, records));
        }
        boolean failed = done.stream().anyMatch(part -> part.reply().status() >= 400);
        if (failed && allOrNone) {
            connection.rollback(before);
            done.replaceAll(Part::rolledBack);
        }
        return answer(done);
    }

    private Part run(JsonNode part, References references, RecordStore records) throws SQLException {
        String name = part.path("referenceId").asText();
        String method = part.path("method").asText().toUpperCase(Locale.ROOT);
        ApiRequest request;
        ApiReply reply;
        try {
            request = ApiRequest.of(
                    method,
                    references.resolve(part.path("url").asText()),
                    part.has("body") ? references.resolve(part.path("body")) : null,
                    ApiRequest.MAX_BATCH);
            reply = Attempt.run(router, request, records);
        } catch (ApiException refusal) {
            request = new ApiRequest(method, part.path("url").asText(), List.of(), Map.of(), part.get("body"), 0);
            reply = ApiReply.refused(refusal, null, null);
        }
        references.put(name, reply.body());
        return new Part(name, request, reply);
    }

    private static ApiReply answer(List<Part> done) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ArrayNode answers = body.putArray("compositeResponse");
        List<AccessLog.Entry> entries = new ArrayList<>();
        for (Part part : done) {
            ObjectNode answer = answers.addObject();
            answer.set("body", part.reply().body());
            answer.putObject("httpHeaders");
            answer.put("httpStatusCode", part.reply().status()).put("referenceId", part.name());
            entries.add(part.reply().logged(part.request(), null, null));
        }
        return ApiReply.composite(body, entries);
    }

    private record Part(String name, ApiRequest request, ApiReply reply) {
        Part rolledBack() {
            if (reply.status() >= 400) {
                return this;
            }
            ApiException halted = ApiException.of(
                    400,
                    "PROCESSING_HALTED",
                    "The transaction was rolled back since another operation in the same transaction failed.");
            return new Part(name, request, ApiReply.refused(halted, reply.object(), reply.recordKey()));
        }
    }
}
