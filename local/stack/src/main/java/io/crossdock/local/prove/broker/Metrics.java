package io.crossdock.local.prove.broker;

import io.crossdock.local.layout.Port;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One scrape of the application's metrics, those of all its instances together. */
public final class Metrics {

    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)(?: \\d+)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<Series, Double> samples = new LinkedHashMap<>();

    private record Series(String name, Map<String, String> labels) {}

    private Metrics() {}

    /** Asks the application; a second instance if one runs. */
    public static Metrics scrape() {
        Answer answer = Http.get(Port.MANAGEMENT.url() + "/metrics", Map.of());
        if (!answer.isOk()) {
            throw new StackFailure("The metrics at " + Port.MANAGEMENT.url() + "/metrics cannot be read: "
                    + answer.status() + " " + answer.body() + ". Does the stack run? `./crossdock status` says.");
        }
        Answer second = Http.get(Port.MANAGEMENT_2.url() + "/metrics", Map.of());
        return parse(second.isOk() ? answer.body() + "\n" + second.body() : answer.body());
    }

    /** Reads the text format; the samples of one series are added up. */
    public static Metrics parse(String text) {
        Metrics metrics = new Metrics();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            Matcher sample = SAMPLE.matcher(line);
            if (sample.matches()) {
                Map<String, String> labels = new TreeMap<>();
                Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
                while (label.find()) {
                    labels.put(label.group(1), label.group(2));
                }
                metrics.samples.merge(
                        new Series(sample.group(1), labels),
                        Double.parseDouble(sample.group(3).replace("Inf", "Infinity")),
                        Double::sum);
            }
        });
        return metrics;
    }

    /** Sums of all samples of a name that carry the given labels, by the values of one more label. */
    public Map<String, Long> sums(String name, Map<String, String> labels, String by) {
        Map<String, Long> sums = new TreeMap<>();
        samples.forEach((series, value) -> {
            if (series.name.equals(name) && series.labels.entrySet().containsAll(labels.entrySet())) {
                sums.merge(series.labels.getOrDefault(by, ""), Math.round(value), Long::sum);
            }
        });
        return sums;
    }

    /** Records by connection that ended at {@code normalize}, whatever the outcome. */
    public Map<String, Long> normalized() {
        return sums("crossdock_records_total", Map.of("stage", "normalize"), "connection");
    }
}
