package io.crossdock.local.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every series that there is, with its labels: those that docs/operations.md names, which a test of the application compares with what
 * it exposes, those that rules record, and those of Prometheus itself.
 */
final class KnownMetrics {

    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z]+_[a-z_]+)` \\| ([a-z, ]*)\\| (\\w*)", Pattern.MULTILINE);

    /** Prometheus adds them to whatever it scrapes. */
    private static final Set<String> OF_THE_SCRAPE = Set.of("job", "instance");

    private final Map<String, Set<String>> labels = new TreeMap<>();

    KnownMetrics(Path operations, Rules rules) throws IOException {
        labels.put("up", Set.of());
        ROW.matcher(Files.readString(operations)).results().forEach(this::documented);
        rules.recordings().forEach(rule -> labels.put(rule.name(), rule.labels()));
    }

    private void documented(MatchResult row) {
        Set<String> own = new TreeSet<>();
        Stream.of(row.group(2).split(","))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .forEach(own::add);
        switch (row.group(3)) {
            case "histogram" -> {
                labels.put(row.group(1) + "_bucket", union(own, Set.of("le")));
                labels.put(row.group(1) + "_count", own);
                labels.put(row.group(1) + "_sum", own);
            }
            case "summary" -> {
                labels.put(row.group(1), union(own, Set.of("quantile")));
                labels.put(row.group(1) + "_count", own);
                labels.put(row.group(1) + "_sum", own);
            }
            default -> labels.put(row.group(1), own);
        }
    }

    /**
     * What in an expression names nothing that there is, as sentences; empty if all is right.
     *
     * @param shown labels that are shown of its result
     */
    Set<String> mistakes(PromQl promQl, Set<String> shown) {
        Set<String> mistakes = new TreeSet<>();
        Set<String> together = new TreeSet<>();
        for (Selector selector : promQl.selectors()) {
            Set<String> own = labels.get(selector.metric());
            if (own == null) {
                mistakes.add("there is no metric " + selector.metric());
                continue;
            }
            together.addAll(own);
            selector.labels().stream()
                    .filter(label -> !own.contains(label) && !OF_THE_SCRAPE.contains(label))
                    .forEach(label -> mistakes.add(selector.metric() + " has no label " + label));
        }
        union(promQl.groupedBy(), shown).stream()
                .filter(label -> !together.contains(label) && !OF_THE_SCRAPE.contains(label))
                .forEach(label -> mistakes.add("nothing in it has the label " + label));
        return mistakes;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }
}
