package io.crossdock.connect.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.connect.http.FakeTarget.Call;
import io.crossdock.connect.http.FakeTarget.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Records of a target that keep the version last written, as text, and remember every write. */
final class FakeRecords implements Function<Call, Reply> {

    /** A record was written: its path, and its version, empty if it has none. */
    record Write(String path, String version) {}

    static final String OBJECTS = "/services/data/v62.0/sobjects/";
    private static final String COLLECTION = "/services/data/v62.0/composite/sobjects";
    private static final String FENCE = "crossdock_version__c";
    private static final String KEY = "crossdock_key__c";
    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, String> versions = new ConcurrentHashMap<>();
    final List<Write> writes = new CopyOnWriteArrayList<>();
    final List<String> refused = new CopyOnWriteArrayList<>();

    @Override
    public Reply apply(Call call) {
        String path = call.path().replaceFirst("\\?.*", "");
        if (call.method().equals("GET")) {
            String version = versions.get(path);
            return version == null
                    ? Reply.error(404, "NOT_FOUND")
                    : Reply.json(200, "{\"Id\":\"1\",\"" + FENCE + "\":\"" + version + "\"}");
        }
        if (path.startsWith(COLLECTION)) {
            return collection(path.substring(COLLECTION.length()), json(call.body()));
        }
        return write(path, json(call.body())) ? Reply.json(204, "") : Reply.error(400, "INVALID_FIELD");
    }

    private Reply collection(String keyed, JsonNode body) {
        List<String> results = new ArrayList<>();
        for (JsonNode one : body.path("records")) {
            String key = one.path(keyed.isEmpty() ? "id" : KEY).asText();
            String type = one.path("attributes").path("type").asText();
            String path = OBJECTS + (keyed.isEmpty() ? type : keyed.substring(1)) + "/" + key;
            results.add(
                    write(path, one)
                            ? "{\"id\":\"1\",\"success\":true,\"errors\":[]}"
                            : "{\"success\":false,\"errors\":[{\"statusCode\":\"INVALID_FIELD\",\"message\":\"no\"}]}");
        }
        return Reply.json(200, results.toString());
    }

    private synchronized boolean write(String path, JsonNode body) {
        if (refused.stream().anyMatch(path::endsWith)) {
            return false;
        }
        String version = body.path(FENCE).asText("");
        versions.put(path, version);
        writes.add(new Write(path, version));
        return true;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
