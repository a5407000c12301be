package io.crossdock.connect.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigException;

/** Addresses of a REST target: checked once, and parts encoded as a path or query wants them. */
public final class HttpAddress {

    private HttpAddress() {}

    /**
     * Checks an option that holds an address.
     *
     * @throws ConfigException unless it is {@code http://host…} or {@code https://host…}
     */
    static void check(String option, Object value) {
        String text = String.valueOf(value);
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(option, text, "is no address: " + e.getMessage());
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new ConfigException(option, text, "expected http://host[:port] or https://host[:port]");
        }
    }

    static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** One segment of a path, or a value of a query, percent-encoded. */
    public static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
