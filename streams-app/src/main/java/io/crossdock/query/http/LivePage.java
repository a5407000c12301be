package io.crossdock.query.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;

/** The page at {@code /}: files from the class path, and a policy by which a browser loads nothing from anywhere else. */
public final class LivePage {

    private static final String ONLY_OURS =
            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private LivePage() {}

    /** Adds the page, and the script library it draws with, to a server. */
    public static void addTo(JavalinConfig config) {
        config.staticFiles.add("/page", Location.CLASSPATH);
        config.staticFiles.enableWebjars();
        config.routes.before(http -> {
            http.header("Content-Security-Policy", ONLY_OURS);
            http.header("X-Content-Type-Options", "nosniff");
            http.header("Referrer-Policy", "no-referrer");
        });
    }
}
