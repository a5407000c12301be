package io.crossdock.local.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is.
 *
 * @param url {@code http://host:port} and maybe a path, without a slash at the end
 * @param advice what to do if nobody answers there, the end of a sentence
 */
public record Address(String url, String advice) {

    /**
     * The address that somebody typed; without a scheme it is http.
     *
     * @throws ClientFailure if it is none, or carries a user's name or password
     */
    public static Address of(String typed, String advice) {
        String text = typed.strip();
        String url = text.contains("://") ? text : "http://" + text;
        URI uri = parsed(url);
        if (uri == null
                || uri.getHost() == null
                || !uri.getScheme().toLowerCase(Locale.ROOT).matches("https?")) {
            throw new ClientFailure(
                    ExitCode.USAGE, "'" + typed + "' is no address of a server: it looks like http://127.0.0.1:8080.");
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            // Not repeated: it may be a password.
            throw new ClientFailure(
                    ExitCode.USAGE,
                    "The address of " + uri.getHost() + " carries a user, a query or a fragment:"
                            + " only scheme, host, port and path are taken.");
        }
        return new Address(url.replaceFirst("/+$", ""), advice);
    }

    /** The address of one answer. */
    String at(Query query) {
        return url + query;
    }

    private static @Nullable URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
