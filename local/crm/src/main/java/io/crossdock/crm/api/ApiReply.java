package io.crossdock.crm.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.model.Json;
import io.crossdock.crm.store.AccessLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one call, and what the access log says about it.
 *
 * @param status HTTP status
 * @param body JSON; null if there is none
 * @param applied true if data was changed
 * @param object API name of the object; null if the call is about none
 * @param recordKey id or external id that the call named; null if none
 * @param recordId id of the record that was read or changed; null if none
 * @param errorCode code of the refusal; null if none
 * @param parts log entries of the parts of a composite call
 */
public record ApiReply(
        int status,
        @Nullable JsonNode body,
        boolean applied,
        @Nullable String object,
        @Nullable String recordKey,
        @Nullable String recordId,
        @Nullable String errorCode,
        List<AccessLog.Entry> parts) {

    /** A reading that found what it looked for. */
    static ApiReply read(JsonNode body, @Nullable String object, @Nullable String key, @Nullable String id) {
        return new ApiReply(200, body, false, object, key, id, null, List.of());
    }

    /** A change of one record. */
    static ApiReply changed(int status, @Nullable JsonNode body, String object, @Nullable String key, String id) {
        return new ApiReply(status, body, true, object, key, id, null, List.of());
    }

    /** An answer to many calls at once; it is applied if one of them is. */
    static ApiReply composite(JsonNode body, List<AccessLog.Entry> parts) {
        boolean applied = parts.stream().anyMatch(AccessLog.Entry::applied);
        return new ApiReply(200, body, applied, null, null, null, null, List.copyOf(parts));
    }

    /** The refusal as the API shows it: an array with one entry. */
    public static ApiReply refused(ApiException refusal, @Nullable String object, @Nullable String key) {
        JsonNode body = Json.MAPPER.createArrayNode().add(refusal.error().toJson());
        return new ApiReply(
                refusal.status(),
                body,
                false,
                object,
                key,
                null,
                refusal.error().errorCode(),
                List.of());
    }

    /** What the access log says about this call. */
    public AccessLog.Entry logged(ApiRequest request, @Nullable String idempotencyKey, @Nullable String fault) {
        JsonNode what = request.body();
        if (what == null && request.parameters().containsKey("q")) {
            what = Json.MAPPER.createObjectNode().put("q", request.parameters().get("q"));
        }
        return new AccessLog.Entry(
                request.method(),
                request.path(),
                object,
                recordKey,
                recordId,
                status,
                errorCode,
                idempotencyKey,
                what,
                applied,
                fault);
    }
}
