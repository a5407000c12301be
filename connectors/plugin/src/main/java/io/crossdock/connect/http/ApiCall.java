package io.crossdock.connect.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to the target's API.
 *
 * @param path path and query below {@code base.url}, encoded
 * @param headers additional headers
 * @param body JSON, null for none
 */
public record ApiCall(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body) {

    /** A plain reading. */
    public static ApiCall get(String path) {
        return new ApiCall("GET", path, Map.of(), null);
    }
}
