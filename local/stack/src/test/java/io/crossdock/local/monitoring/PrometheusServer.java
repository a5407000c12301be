package io.crossdock.local.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.layout.FreePorts;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Prometheus that scrapes one instance of the application every second and evaluates the rules; ends when closed. */
final class PrometheusServer implements AutoCloseable {

    /** What to say where there is none. */
    static final String MISSING =
            "prometheus is not on the PATH, so the queries of dashboards and rules are not tried (Debian:"
                    + " apt-get install prometheus).";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final String url;

    private PrometheusServer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Whether one can be started. */
    static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "prometheus")));
    }

    /**
     * Starts one.
     *
     * @param metrics host and port that answer {@code /metrics}
     * @param rules the rule file
     * @param home a directory of its own; what was there is deleted
     */
    static PrometheusServer start(String metrics, Path rules, Path home) throws IOException {
        Workspace.delete(home);
        Files.createDirectories(home);
        Path config = Files.writeString(home.resolve("prometheus.yaml"), config(metrics, rules));
        String address = "127.0.0.1:" + FreePorts.asVariables().get("CROSSDOCK_PORT_APP");
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + home.resolve("data"),
                        "--web.listen-address=" + address,
                        "--log.level=warn")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("prometheus.log").toFile())
                .start();
        return new PrometheusServer(process, "http://" + address);
    }

    /** The series that an expression gives now; why it gives none if Prometheus refuses it. */
    Result query(String promQl) {
        Answer answer =
                Http.get(url + "/api/v1/query?query=" + URLEncoder.encode(promQl, StandardCharsets.UTF_8), Map.of());
        JsonNode body = json(answer);
        boolean success = body.path("status").asText().equals("success");
        return new Result(
                success ? "" : body.path("error").asText(answer.body()),
                body.path("data").path("result"));
    }

    /** The groups of rules as Prometheus has loaded and evaluated them. */
    JsonNode ruleGroups() {
        return json(Http.get(url + "/api/v1/rules", Map.of())).path("data").path("groups");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String config(String metrics, Path rules) {
        return """
                global: { scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s }
                rule_files: ["%s"]
                scrape_configs:
                  - job_name: crossdock
                    static_configs: [{ targets: ["%s"] }]
                """.formatted(rules, metrics);
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            return JSON.createObjectNode().put("error", answer.status() + " " + answer.body());
        }
    }

    /**
     * What an expression gives.
     *
     * @param error why Prometheus refused it; empty if it did not
     * @param series the series, each with its labels
     */
    record Result(String error, JsonNode series) {}
}
