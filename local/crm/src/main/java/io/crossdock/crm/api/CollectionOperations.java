package io.crossdock.crm.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.crm.error.ApiError;
import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.model.Json;
import io.crossdock.crm.store.AccessLog;
import io.crossdock.crm.store.RecordStore;
import io.crossdock.crm.store.StoredRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** /composite/sobjects: the same call for up to 200 records, one result each. */
final class CollectionOperations {
    private static final int MOST_RECORDS = 200;

    private final Router router;

    CollectionOperations(Router router) {
        this.router = router;
    }

    ApiReply create(ApiRequest request, RecordStore records) throws SQLException {
        return each(request, records, one -> part("POST", typeOf(one), one));
    }

    ApiReply update(ApiRequest request, RecordStore records) throws SQLException {
        return each(request, records, one -> part("PATCH", typeOf(one) + "/" + take(one, "id"), one));
    }

    ApiReply upsert(ApiRequest request, RecordStore records) throws SQLException {
        String object = request.segments().get(2);
        String key = request.segments().get(3);
        return each(request, records, one -> part("PATCH", object + "/" + key + "/" + take(one, key), one));
    }

    private ApiReply each(ApiRequest request, RecordStore records, Function<ObjectNode, ApiRequest> parts)
            throws SQLException {
        JsonNode sent = request.object().path("records");
        if (!sent.isArray() || sent.size() > MOST_RECORDS) {
            throw ApiException.of(
                    400, "INVALID_INPUT", "records must be an array of at most " + MOST_RECORDS + " records");
        }
        Savepoint before = records.connection().setSavepoint();
        ArrayNode results = Json.MAPPER.createArrayNode();
        List<AccessLog.Entry> entries = new ArrayList<>();
        boolean failed = false;
        for (JsonNode one : sent) {
            ApiRequest part = parts.apply(one.deepCopy());
            ApiReply reply = Attempt.run(router, part, records);
            failed |= reply.status() >= 400;
            results.add(result(reply));
            entries.add(reply.logged(part, null, null));
        }
        if (failed && request.object().path("allOrNone").asBoolean(false)) {
            records.connection().rollback(before);
            return ApiReply.composite(rolledBack(results), List.of());
        }
        return ApiReply.composite(results, entries);
    }

    private static ObjectNode result(ApiReply reply) {
        ObjectNode result = Json.MAPPER.createObjectNode();
        boolean success = reply.status() < 400;
        if (success) {
            result.put("id", reply.recordId());
        }
        result.put("success", success);
        ArrayNode errors = result.putArray("errors");
        if (!success && reply.body() != null) {
            JsonNode error = reply.body().path(0);
            errors.add(new ApiError(
                            error.path("errorCode").asText(),
                            error.path("message").asText(),
                            fields(error))
                    .toCollectionJson());
        }
        return success ? result.put("created", reply.status() == 201) : result;
    }

    private static ArrayNode rolledBack(ArrayNode results) {
        ArrayNode all = Json.MAPPER.createArrayNode();
        for (JsonNode result : results) {
            if (!result.path("success").asBoolean()) {
                all.add(result);
                continue;
            }
            ObjectNode undone = all.addObject().put("success", false);
            undone.putArray("errors")
                    .add(new ApiError(
                                    "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                                    "Record rolled back because not all records were valid and the request was using AllOrNone header",
                                    List.of())
                            .toCollectionJson());
        }
        return all;
    }

    private static List<String> fields(JsonNode error) {
        List<String> fields = new ArrayList<>();
        error.path("fields").forEach(field -> fields.add(field.asText()));
        return fields;
    }

    private static ApiRequest part(String method, String path, ObjectNode body) {
        return ApiRequest.of(method, StoredRecord.BASE + "/sobjects/" + path, body, 0);
    }

    private static String typeOf(ObjectNode one) {
        return one.path("attributes").path("type").asText("");
    }

    private static String take(ObjectNode one, String name) {
        JsonNode value = one.remove(name.equals("id") && one.has("Id") ? "Id" : name);
        if (value == null || value.asText().isEmpty()) {
            throw ApiException.of(400, "MISSING_ARGUMENT", name + " not specified in a record of the request", name);
        }
        return URLEncoder.encode(value.asText(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
