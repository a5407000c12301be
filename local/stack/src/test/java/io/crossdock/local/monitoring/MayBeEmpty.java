package io.crossdock.local.monitoring;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Metrics of which a healthy stack may have no series, each with the reason. */
final class MayBeEmpty {

    /** Reasons by metric. */
    static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("crossdock_clock_skew_total", "all clocks agree"),
            Map.entry("crossdock_connector_restarts_total", "no connector has failed"),
            Map.entry("crossdock_dead_letters_total", "every record can be read"),
            Map.entry("crossdock_exceptions_held", "no type has more open than are told one by one"),
            Map.entry("crossdock_exceptions_open", "a type that never occurred in a severity has no series of it"),
            Map.entry("crossdock_exceptions_resolution_seconds_bucket", "no exception has been resolved"),
            Map.entry("crossdock_heartbeats_refused_total", "every heartbeat can be used"),
            Map.entry("crossdock_http_request_seconds_bucket", "nobody has asked since the instance started"),
            Map.entry("crossdock_http_request_seconds_count", "nobody has asked since the instance started"),
            Map.entry("crossdock_new_columns_total", "the mappings know every column"),
            Map.entry("crossdock_order_state_unsynced", "every target has known everything since the instance started"),
            Map.entry(
                    "crossdock_order_state_unsynced_oldest_seconds",
                    "every target has known everything since the instance started"));

    private final Rules rules;

    MayBeEmpty(Rules rules) {
        this.rules = rules;
    }

    /** Whether an expression asks for one of them, be it by way of a recording rule. */
    boolean allows(PromQl promQl) {
        return metrics(promQl).stream().anyMatch(REASONS::containsKey);
    }

    private Set<String> metrics(PromQl promQl) {
        Set<String> metrics = new TreeSet<>();
        for (Selector selector : promQl.selectors()) {
            metrics.add(selector.metric());
            rules.recordings().stream()
                    .filter(rule -> rule.name().equals(selector.metric()))
                    .forEach(rule -> metrics.addAll(metrics(rule.promQl())));
        }
        return metrics;
    }
}
