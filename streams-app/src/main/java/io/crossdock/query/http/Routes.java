package io.crossdock.query.http;

import io.javalin.config.JavalinConfig;

/** Some of the paths that an instance answers. */
@FunctionalInterface
public interface Routes {

    /** Adds them to a server. */
    void addTo(JavalinConfig config);
}
