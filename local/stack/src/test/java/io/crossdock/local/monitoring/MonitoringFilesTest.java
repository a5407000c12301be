package io.crossdock.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules and dashboards as files: they ask for what there is, and an operator finds in them and in the documents what to do. */
class MonitoringFilesTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path MONITORING = ROOT.resolve("k8s/monitoring");
    private static final Path OPERATIONS = ROOT.resolve("docs/operations.md");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
    private static final Pattern EXCEPTION_TYPE = Pattern.compile("type=~?\"([A-Z_|]+)\"");

    static List<Query> queries() throws IOException {
        Rules rules = Rules.from(MONITORING.resolve("rules.yaml"));
        Stream<Query> recorded =
                rules.recordings().stream().map(rule -> new Query(rule.name(), rule.promQl(), rule.labels()));
        Stream<Query> alerts = rules.alerts().stream().map(alert -> new Query(alert.name(), alert.promQl(), Set.of()));
        Stream<Query> dashboards = dashboards().stream().flatMap(dashboard -> dashboard.queries().stream());
        return Stream.of(recorded, alerts, dashboards).flatMap(all -> all).toList();
    }

    static List<Rules.Alert> alerts() throws IOException {
        return Rules.from(MONITORING.resolve("rules.yaml")).alerts();
    }

    static List<Dashboard> dashboards() throws IOException {
        return Dashboard.in(MONITORING.resolve("dashboards"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldAskOnlyForMetricsAndLabelsThatThereAre(Query query) throws IOException {
        // Given
        KnownMetrics known = new KnownMetrics(OPERATIONS, Rules.from(MONITORING.resolve("rules.yaml")));

        // Then
        assertThat(query.promQl().selectors()).isNotEmpty();
        assertThat(known.mistakes(query.promQl(), query.shown())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    sum(crossdock_record_total)                                     | there is no metric crossdock_record_total
                    sum(crossdock_exceptions_open{kind="AMBIGUOUS"})                | crossdock_exceptions_open has no label kind
                    sum by (le, tier) (crossdock_order_state_lag_seconds_bucket)    | nothing in it has the label tier
                    sum by (le) (rate(crossdock_order_state_lag_seconds_count[5m])) | nothing in it has the label le
                    """)
    void shouldNoticeATypingError(String promQl, String mistake) throws IOException {
        // Given
        KnownMetrics known = new KnownMetrics(OPERATIONS, Rules.from(MONITORING.resolve("rules.yaml")));

        // Then
        assertThat(known.mistakes(new PromQl(promQl), Set.of())).containsExactly(mistake);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void shouldTellWhoeverIsWokenWhatIsWrongAndWhereToReadOn(Rules.Alert alert) throws IOException {
        // Given
        Set<String> anchors = HEADING.matcher(Files.readString(OPERATIONS))
                .results()
                .map(MonitoringFilesTest::anchor)
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(alert.severity()).isIn("critical", "warning", "info");
        assertThat(alert.annotations().path("summary").asText()).isNotBlank();
        assertThat(alert.annotations().path("description").asText()).contains("{{");
        assertThat(alert.annotations().path("runbook").asText())
                .isEqualTo("docs/operations.md#" + alert.name().toLowerCase(Locale.ROOT));
        assertThat(anchors).contains(alert.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void shouldAskOnlyForExceptionsThatTheDocumentsName() throws IOException {
        // Given
        String operations = Files.readString(OPERATIONS);

        // When
        Set<String> asked = new TreeSet<>();
        EXCEPTION_TYPE
                .matcher(Files.readString(MONITORING.resolve("rules.yaml")))
                .results()
                .flatMap(match -> Stream.of(match.group(1).split("\\|")))
                .forEach(asked::add);

        // Then
        assertThat(asked).isNotEmpty().allSatisfy(type -> assertThat(operations).contains("`" + type + "`"));
    }

    @Test
    void shouldTryEveryRuleAndEachAlertBothWays() throws IOException {
        // Given
        Rules rules = Rules.from(MONITORING.resolve("rules.yaml"));
        String text = Files.readString(MONITORING.resolve("rules.test.yaml"));

        // When
        Set<String> fires = new TreeSet<>();
        Set<String> isSilent = new TreeSet<>();
        for (JsonNode test : new YAMLMapper().readTree(text).path("tests")) {
            for (JsonNode alert : test.path("alert_rule_test")) {
                String name = alert.path("alertname").asText();
                var unused = alert.path("exp_alerts").isEmpty() ? isSilent.add(name) : fires.add(name);
            }
        }

        // Then
        Set<String> alerts =
                rules.alerts().stream().map(Rules.Alert::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(fires).isEqualTo(alerts);
        assertThat(isSilent).isEqualTo(alerts);
        assertThat(rules.recordings()).allSatisfy(rule -> assertThat(text).contains(rule.name()));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldDescribeEveryPanelAndTakeItsFiguresFromTheChosenPrometheus(Dashboard dashboard) {
        // Then
        assertThat(dashboard.variables().getFirst().path("type").asText()).isEqualTo("datasource");
        assertThat(dashboard.panels())
                .extracting(panel -> panel.path("id").asInt())
                .doesNotHaveDuplicates();
        assertThat(dashboard.panels()).allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("description").asText()).isNotBlank();
            assertThat(panel.path("datasource").path("uid").asText()).isEqualTo("${datasource}");
            assertThat(panel.path("fieldConfig").path("defaults").path("unit").asText())
                    .isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void shouldPutNoPanelOnAnother(Dashboard dashboard) {
        // When
        List<String> cells = dashboard.panels().stream()
                .map(panel -> panel.path("gridPos"))
                .flatMap(MonitoringFilesTest::cells)
                .toList();

        // Then
        assertThat(cells)
                .doesNotHaveDuplicates()
                .noneMatch(cell -> Integer.parseInt(cell.substring(0, cell.indexOf(','))) >= 24);
    }

    private static Stream<String> cells(JsonNode grid) {
        int left = grid.path("x").asInt();
        int top = grid.path("y").asInt();
        return Stream.iterate(left, x -> x + 1)
                .limit(grid.path("w").asInt())
                .flatMap(x -> Stream.iterate(top, y -> y + 1)
                        .limit(grid.path("h").asInt())
                        .map(y -> x + "," + y));
    }

    /** As GitHub makes it of a heading. */
    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w -]", "")
                .replace(' ', '-');
    }
}
