package io.crossdock.crm.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.store.NotificationStore;
import io.crossdock.crm.store.RecordStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What a customer is told, once for each key: a repeated one is answered and does nothing. */
public final class NotificationOperations {
    /** What faults and access log call a notification. */
    public static final String OBJECT = "notification";

    /** First part of the path. */
    public static final String SEGMENT = "notifications";

    private static final int CREATED = 201;
    private static final int THERE_ALREADY = 200;

    private NotificationOperations() {}

    /** The request as a call of this kind. */
    public static ApiRequest request(String method, String path, String key, String body) {
        return new ApiRequest(
                method, path, List.of(SEGMENT, key), Map.of(), ApiRequest.json(body), ApiRequest.MAX_BATCH);
    }

    /** What the method asks for. */
    public static Operation route(ApiRequest request) {
        return request.method().equals("PUT") ? NotificationOperations::put : NotificationOperations::get;
    }

    private static ApiReply put(ApiRequest request, RecordStore records) throws SQLException {
        String key = request.segments().getLast();
        boolean isNew = new NotificationStore(records.connection()).put(key, request.object());
        return new ApiReply(isNew ? CREATED : THERE_ALREADY, null, isNew, OBJECT, key, null, null, List.of());
    }

    private static ApiReply get(ApiRequest request, RecordStore records) throws SQLException {
        String key = request.segments().getLast();
        JsonNode body = new NotificationStore(records.connection()).find(key);
        if (body == null) {
            throw ApiException.notFound();
        }
        return ApiReply.read(body, OBJECT, key, null);
    }
}
