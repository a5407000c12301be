package io.crossdock.local.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A running stack watched as an operator would: by a real Prometheus with the rules, to which every query of the dashboards and every
 * expression of the rules is put.
 */
public final class Watch implements AutoCloseable {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path MONITORING = ROOT.resolve("k8s/monitoring");
    private static final Path RULES = MONITORING.resolve("rules.yaml");

    /** A scrape may fail on a busy machine, and what it would have brought is missing until the next. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final PrometheusServer prometheus;
    private final Rules rules;
    private final MayBeEmpty mayBeEmpty;

    private Watch(PrometheusServer prometheus, Rules rules) {
        this.prometheus = prometheus;
        this.rules = rules;
        this.mayBeEmpty = new MayBeEmpty(rules);
    }

    /** Whether there is a Prometheus to watch with; if not, {@link #missing} says so. */
    public static boolean isPossible() {
        return PrometheusServer.isInstalled();
    }

    /** One sentence for a machine without Prometheus. */
    public static String missing() {
        return PrometheusServer.MISSING;
    }

    /**
     * Starts to watch.
     *
     * @param metrics host and port that answer {@code /metrics}
     */
    public static Watch start(String metrics) throws IOException {
        Path home = Path.of("target/prometheus").toAbsolutePath();
        return new Watch(PrometheusServer.start(metrics, RULES, home), Rules.from(RULES));
    }

    /** What is wrong with queries and rules, as sentences, after two scrapes at least; empty if all are answered. */
    public List<String> problems() throws IOException, InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        List<String> problems = now();
        while (!problems.isEmpty() && Instant.now().isBefore(until)) {
            Thread.sleep(PAUSE);
            problems = now();
        }
        return problems;
    }

    @Override
    public void close() {
        prometheus.close();
    }

    private List<String> now() throws IOException {
        if (prometheus
                .query("count_over_time(up{job=\"crossdock\"}[5m]) >= 2")
                .series()
                .isEmpty()) {
            return List.of("Prometheus has not scraped the application twice yet.");
        }
        List<String> problems = new ArrayList<>();
        for (JsonNode group : prometheus.ruleGroups()) {
            for (JsonNode rule : group.path("rules")) {
                if (!rule.path("health").asText().equals("ok")) {
                    problems.add(rule.path("name").asText() + ": "
                            + rule.path("health").asText() + " "
                            + rule.path("lastError").asText());
                }
            }
        }
        rules.recordings().forEach(rule -> ask(new Query(rule.name(), rule.promQl(), rule.labels()), problems));
        // What an alert asks for is not there while all is well; what it looks at must be.
        for (Rules.Alert alert : rules.alerts()) {
            alert.promQl().selectors().forEach(selector -> look(alert.name(), selector, problems));
        }
        for (Dashboard dashboard : Dashboard.in(MONITORING.resolve("dashboards"))) {
            dashboard.queries().forEach(query -> ask(query, problems));
        }
        return problems;
    }

    private void ask(Query query, List<String> problems) {
        PrometheusServer.Result whole = prometheus.query(query.filledIn());
        if (!whole.error().isEmpty()) {
            problems.add(query + ": " + whole.error());
        } else if (whole.series().isEmpty()) {
            if (!mayBeEmpty.allows(query.promQl())) {
                problems.add(query + ": no series for " + query.filledIn());
            }
        } else {
            JsonNode labels = whole.series().path(0).path("metric");
            query.shown().stream()
                    .filter(label -> !labels.has(label))
                    .forEach(label -> problems.add(query + ": its series have no label " + label));
        }
        query.promQl().selectors().forEach(selector -> look(query.where(), selector, problems));
    }

    /** An operator such as {@code or} would hide that one side of it finds nothing. */
    private void look(String where, Selector selector, List<String> problems) {
        String series = Query.filledIn(selector.text());
        if (!mayBeEmpty.allows(new PromQl(series))
                && prometheus.query("count(" + series + ")").series().isEmpty()) {
            problems.add(where + ": nothing is " + series);
        }
    }
}
