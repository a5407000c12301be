package io.crossdock.observe;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How long questions took, by route and status. */
public final class RequestTimes {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry metrics;

    /** Measures into {@code metrics}. */
    public RequestTimes(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Measures every request to a server. */
    public void addTo(JavalinConfig config) {
        config.requestLogger.http((http, millis) ->
                record(route(http), http.statusCode(), Duration.ofNanos((long) (millis * 1_000_000))));
    }

    /** A request to {@code route} was answered with the HTTP status {@code status} after {@code took}. */
    public void record(String route, int status, Duration took) {
        Timer.builder("crossdock.http.request")
                .description("Time to answer a request, by route.")
                .tags("route", route, "status", String.valueOf(status))
                .serviceLevelObjectives(BUCKETS)
                .register(metrics)
                .record(took);
    }

    /** The pattern and not the path, or every order would have a series of its own. */
    private static String route(Context http) {
        Endpoint endpoint = http.endpoints().lastHttpEndpoint();
        return endpoint == null ? "other" : endpoint.path;
    }
}
