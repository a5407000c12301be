package io.crossdock;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.codec.StatusCodec;
import io.crossdock.config.Settings;
import io.crossdock.connect.Restarts;
import io.crossdock.contract.OrderSync;
import io.crossdock.exceptions.ResolutionTimes;
import io.crossdock.freshness.Pauses;
import io.crossdock.normalize.Reason;
import io.crossdock.observe.LagRecorder;
import io.crossdock.observe.NewColumns;
import io.crossdock.observe.OpenLag;
import io.crossdock.observe.OrderSyncs;
import io.crossdock.observe.PausedTargets;
import io.crossdock.observe.RecentLag;
import io.crossdock.observe.RefusedHeartbeats;
import io.crossdock.observe.RequestTimes;
import io.crossdock.observe.SourceRowMetrics;
import io.crossdock.observe.StateDurations;
import io.crossdock.observe.StoreMetrics;
import io.crossdock.observe.StreamsMetrics;
import io.crossdock.observe.WatermarkMetrics;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Milestone;
import io.crossdock.order.fact.Reached;
import io.crossdock.order.fact.SourceVersion;
import io.crossdock.order.freshness.PauseRule;
import io.crossdock.order.freshness.SourceLog;
import io.crossdock.order.freshness.Watermark;
import io.crossdock.order.status.MilestoneStamp;
import io.crossdock.reconcile.EntityStanding;
import io.crossdock.systems.MappingFunction;
import io.crossdock.transactions.HangingTransactions;
import io.crossdock.transactions.Span;
import io.crossdock.transactions.Transactions;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say of names, and where they point, against what is there. */
class DocsTest {

    private static final Transactions NO_TRANSACTIONS = new Transactions() {
        @Override
        public Map<TopicPartition, Span> spans() {
            return Map.of();
        }

        @Override
        public Set<TopicPartition> known() {
            return Set.of();
        }
    };

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern VARIABLE = Pattern.compile("`(CROSSDOCK_[A-Z_]+)");
    private static final Pattern METRIC =
            Pattern.compile("^\\| `(crossdock_[a-z_]+)` \\| ([a-z, ]*)\\|", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile("^# TYPE (crossdock_[a-z_]+) ", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("([a-z]+)=\"");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    static Stream<Path> documents() throws IOException {
        List<Path> documents;
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> k8s = Files.walk(ROOT.resolve("k8s"));
                Stream<Path> systems = Files.walk(ROOT.resolve("connectors/systems"))) {
            documents = Stream.of(root, docs, k8s, systems)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("node_modules"))
                    .sorted()
                    .toList();
        }
        return documents.stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void shouldPointToFilesThatExist(Path document) throws IOException {
        // Given
        String text = Files.readString(document);

        // When
        List<String> targets = LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("http") && !link.startsWith("#"))
                .map(link -> link.replaceFirst("#.*", ""))
                .toList();

        // Then
        assertThat(targets)
                .allSatisfy(target -> assertThat(document.resolveSibling(target))
                        .as("link in %s", ROOT.relativize(document))
                        .exists());
    }

    @Test
    void shouldNameEveryMetricThatIsExposedWithItsLabelsAndNoOther() throws IOException {
        // Given
        String scrape = scrape();

        // When
        Map<String, Set<String>> exposed = new TreeMap<>();
        for (String metric : matches(TYPE, scrape)) {
            exposed.put(metric, labels(metric, scrape));
        }

        // Then
        Map<String, Set<String>> documented = new TreeMap<>();
        METRIC.matcher(read("docs/operations.md"))
                .results()
                .forEach(row -> documented.put(
                        row.group(1),
                        Arrays.stream(row.group(2).split(","))
                                .map(String::strip)
                                .filter(label -> !label.isEmpty())
                                .collect(Collectors.toCollection(TreeSet::new))));
        assertThat(documented).isEqualTo(exposed);
    }

    @Test
    void shouldNameEveryReasonOfADeadLetter() throws IOException {
        // Given
        String operations = read("docs/operations.md");

        // When
        List<String> rows = Arrays.stream(Reason.values())
                .map(reason -> "| `" + reason.text() + "` |")
                .toList();

        // Then
        assertThat(operations).contains(rows);
    }

    @Test
    void shouldNameEveryFunctionOfMappingFiles() throws IOException {
        // Given
        String configuration = read("docs/configuration.md");

        // When
        List<String> rows = Arrays.stream(MappingFunction.values())
                .map(function -> "| `" + function.text() + "(")
                .toList();

        // Then
        assertThat(configuration).contains(rows);
    }

    @Test
    void shouldNameEveryVariableThatTheApplicationReads() throws IOException {
        // Given
        Set<String> documented = matches(VARIABLE, read("docs/configuration.md"));

        // When
        RecordingEnvironment environment = new RecordingEnvironment();
        Settings.from(environment);

        // Then
        assertThat(documented).containsAll(environment.asked());
    }

    /** What an instance exposes that has met everything that is counted. */
    private static String scrape() {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        LagRecorder lag = new LagRecorder(metrics, new RecentLag());
        lag.record(sync(NOON.plusSeconds(1)));
        lag.record(sync(NOON.minusSeconds(1)));
        lag.ownFeed("crm", Duration.ofSeconds(1));
        new ResolutionTimes(metrics).record("ORPHAN", Duration.ofSeconds(1));
        MilestoneStamp captured = stamp(Milestone.CAPTURED);
        MilestoneStamp accepted = stamp(Milestone.ACCEPTED);
        new StateDurations(metrics).reached(List.of(StatusCodec.toAvro(accepted)), List.of(captured, accepted));
        new Restarts(metrics).count("crm-sink");
        new PausedTargets(
                metrics,
                Map.of("notify", new PauseRule(List.of("wms-east"), Duration.ofMinutes(5), Duration.ofMinutes(1))),
                new Pauses(),
                connection -> Optional.empty(),
                Clock.systemUTC());
        new NewColumns(metrics).report("wms-east", "orders", "colour");
        new RefusedHeartbeats(metrics).report("wms-east", "unreadable");
        new RequestTimes(metrics).record("/api/v1/orders/{id}", 200, Duration.ofMillis(3));
        MetricName behind =
                new MetricName("records-lag", "consumer-fetch-manager-metrics", "", Map.of("topic", "facts"));
        Gauge<Double> records = (config, now) -> 7.0;
        Metric measured = new KafkaMetric(new Object(), behind, records, new MetricConfig(), Time.SYSTEM);
        new HangingTransactions(metrics, NO_TRANSACTIONS, "", Clock.systemUTC()).close();
        new StreamsMetrics(metrics, () -> true, () -> Map.of(behind, measured), () -> Map.of("orders", 1)).refresh();
        EntityStanding orders = new EntityStanding(
                "wms-east", "orders", NOON, NOON, 2, 1, null, 0, null, 1, 0, 1, false, List.of(), List.of(), null);
        new SourceRowMetrics(metrics, Clock.systemUTC(), () -> List.of(orders)).refresh();
        new WatermarkMetrics(
                        metrics,
                        Clock.systemUTC(),
                        List.of("wms-east"),
                        connection -> Optional.of(new Watermark(NOON, NOON, 1)),
                        connection -> Optional.of(
                                new SourceLog("crossdock_wms_east", SourceLog.State.RESERVED, 200, 800L, NOON, NOON)))
                .refresh();
        Map<String, Long> counts = Map.of(
                "outcome|normalize|wms-east|applied", 1L,
                "dead-letter|normalize|wms-east|truncate", 1L,
                "exception|OVER_SHIPPED|MAJOR", 1L,
                "held|OVER_SHIPPED", 1L);
        new StoreMetrics(metrics, Clock.systemUTC(), () -> counts, () -> List.of(OpenLag.of(sync(NOON)))).refresh();
        return metrics.scrape();
    }

    private static MilestoneStamp stamp(Milestone milestone) {
        return new MilestoneStamp(
                "order",
                milestone,
                new Reached(NOON.atOffset(ZoneOffset.UTC), NOON, NOON, new SourceVersion(1, 1, 1), true),
                new FactKey("crm", "orders", "801"),
                "crm",
                "raw.crm.orders-0@1");
    }

    /** Labels of one of a metric's series; those that only a histogram or a summary adds are left out. */
    private static Set<String> labels(String metric, String scrape) {
        String series = scrape.lines()
                .filter(line -> line.matches(metric + "(_count)?(\\{.*)? .*"))
                .findFirst()
                .orElse("");
        Set<String> labels = matches(LABEL, series);
        labels.removeAll(Set.of("le", "quantile"));
        return labels;
    }

    private static String read(String document) throws IOException {
        return Files.readString(ROOT.resolve(document));
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static OrderSync sync(Instant confirmedAt) {
        return OrderSyncs.shipped(NOON)
                .setOutcome("CONFIRMED")
                .setConfirmedAt(confirmedAt)
                .build();
    }
}
