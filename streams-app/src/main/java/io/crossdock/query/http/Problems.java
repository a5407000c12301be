package io.crossdock.query.http;

import io.crossdock.query.NotReadyException;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every failure of a query as problem details: what to ask again, what to ask differently, what is our fault. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /** Adds them to a server. */
    public static void addTo(JavalinConfig config) {
        config.routes.exception(NotReadyException.class, (e, http) -> notReady(http, String.valueOf(e.getMessage())));
        // A store that was there a moment ago may be closed while it is read: its thread is being replaced.
        config.routes.exception(
                InvalidStateStoreException.class, (e, http) -> notReady(http, "The stores are being restored."));
        config.routes.exception(
                IllegalArgumentException.class,
                (e, http) -> Problem.write(http, 400, "Bad request", String.valueOf(e.getMessage())));
        config.routes.exception(HttpResponseException.class, (e, http) -> {
            // What has no path is told below.
            if (e.getStatus() != 404) {
                Problem.write(http, e.getStatus(), "Refused", String.valueOf(e.getMessage()));
            } else {
                http.status(404);
            }
        });
        config.routes.exception(Exception.class, (e, http) -> {
            LOG.error("{} {} failed.", http.method(), http.path(), e);
            Problem.write(http, 500, "Failed", "The application could not answer; its log says why.");
        });
        config.routes.error(404, http -> {
            if (http.path().startsWith("/api/") && !Problem.isWritten(http)) {
                Problem.write(http, 404, "No such path", "There is nothing at " + http.path() + ".");
            }
        });
    }

    private static void notReady(Context http, String text) {
        http.header("Retry-After", "1");
        Problem.write(http, 503, "Not ready", text + " Ask again in a second.");
    }
}
