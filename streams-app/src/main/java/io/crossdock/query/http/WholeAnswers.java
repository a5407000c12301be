package io.crossdock.query.http;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * Answers that were begun are finished before a server stops: who asks for a rebuild is answered by an instance that goes over to the
 * next epoch at that moment.
 */
public final class WholeAnswers {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private WholeAnswers() {}

    /** Has the server wait for them, not longer than three seconds. */
    public static void addTo(JavalinConfig config) {
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(PATIENCE.toMillis());
            server.setHandler(new GracefulHandler());
        });
    }
}
