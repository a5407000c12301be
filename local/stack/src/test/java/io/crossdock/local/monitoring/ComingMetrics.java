package io.crossdock.local.monitoring;

import java.util.Map;
import java.util.Set;

/** Labels of metrics that rules and dashboards ask for and the application does not expose yet. */
final class ComingMetrics {

    /** By metric. */
    static final Map<String, Set<String>> LABELS = Map.of(
            "crossdock_exceptions_open", Set.of("type", "severity"),
            "crossdock_exceptions_resolution_seconds_bucket", Set.of("type", "le"));

    private ComingMetrics() {}
}
