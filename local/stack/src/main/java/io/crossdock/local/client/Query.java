package io.crossdock.local.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What is asked of a server: a path, and what of it is wanted. */
public final class Query {

    private final StringBuilder path;
    private char separator = '?';

    private Query(String path) {
        this.path = new StringBuilder(path);
    }

    /** A question; {@code path} begins with a slash and is encoded already. */
    public static Query of(String path) {
        return new Query(path);
    }

    /** Asks for {@code value} only; for anything if it is null. */
    public Query with(String name, @Nullable Object value) {
        if (value != null) {
            path.append(separator).append(name).append('=').append(segment(String.valueOf(value)));
            separator = '&';
        }
        return this;
    }

    /** Any text as one segment of a path: identifiers carry colons, bars and slashes. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Path and query, encoded. */
    @Override
    public String toString() {
        return path.toString();
    }
}
