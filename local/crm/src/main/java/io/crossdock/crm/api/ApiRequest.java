package io.crossdock.crm.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.crm.error.ApiException;
import io.crossdock.crm.model.Json;
import io.crossdock.crm.store.StoredRecord;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of the data API, from HTTP or from inside a composite request.
 *
 * @param method HTTP method
 * @param path path without query string
 * @param segments decoded parts of the path below the API's base
 * @param parameters query parameters
 * @param body the JSON that was sent; null if none
 * @param batchSize wanted page size of a query
 */
public record ApiRequest(
        String method,
        String path,
        List<String> segments,
        Map<String, String> parameters,
        @Nullable JsonNode body,
        int batchSize) {
    /** Page size of a query that does not say, and the largest. */
    public static final int MAX_BATCH = 2000;

    /**
     * Takes a call apart.
     *
     * @param uri path and query string as sent, still encoded
     * @throws ApiException 404 if the path is outside the API
     */
    public static ApiRequest of(String method, String uri, @Nullable JsonNode body, int batchSize) {
        URI parsed = parse(uri);
        String path = parsed.getRawPath();
        if (!path.startsWith(StoredRecord.BASE + "/")) {
            throw ApiException.notFound();
        }
        List<String> segments = Arrays.stream(
                        path.substring(StoredRecord.BASE.length() + 1).split("/", -1))
                .filter(segment -> !segment.isEmpty())
                // A plus stands for itself in a path, other than in a query.
                .map(segment -> decode(segment.replace("+", "%2B")))
                .toList();
        return new ApiRequest(method, path, segments, parameters(parsed.getRawQuery()), body, batchSize);
    }

    /**
     * Reads a body.
     *
     * @throws ApiException 400 JSON_PARSER_ERROR
     */
    public static @Nullable JsonNode json(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw ApiException.of(400, "JSON_PARSER_ERROR", e.getOriginalMessage());
        }
    }

    /** The body as an object; 400 if it is none. */
    ObjectNode object() {
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw ApiException.of(400, "JSON_PARSER_ERROR", "The HTTP entity body is required to be a JSON object");
    }

    /** Name of the object in the path, or null. */
    public @Nullable String objectInPath() {
        if (!segments.isEmpty() && segments.getFirst().equals(NotificationOperations.SEGMENT)) {
            return NotificationOperations.OBJECT;
        }
        int at = segments.indexOf("sobjects") + 1;
        return at > 0 && at < segments.size() ? segments.get(at) : null;
    }

    private static URI parse(String uri) {
        try {
            return URI.create(uri);
        } catch (IllegalArgumentException e) {
            throw ApiException.of(400, "MALFORMED_URL", "the URL cannot be parsed: encode special characters");
        }
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
