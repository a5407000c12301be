package io.crossdock.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The measured lag of each state, from the source's commit to the target's answer, as a table with bars. */
final class LagTable {
    private static final int WIDTH = 40;

    private LagTable() {}

    /** One state on its way to one target; times in milliseconds, negative where the clocks disagree. */
    record Row(String subject, String milestone, String target, long landed, long projected, long confirmed) {
        long total() {
            return landed + projected + confirmed;
        }
    }

    /** The rows of confirmed states, in the order in which they were confirmed. */
    static List<Row> rows(JsonNode items) {
        record Timed(Instant at, Row row) {}
        List<Timed> rows = new ArrayList<>();
        for (JsonNode item : items) {
            Instant recorded = instant(item.path("recordedAt"));
            Instant landed = instant(item.path("landedAt"));
            Instant projected = instant(item.path("projectedAt"));
            Instant confirmed = instant(item.path("confirmedAt"));
            if (recorded == null || landed == null || projected == null || confirmed == null) {
                continue;
            }
            rows.add(new Timed(
                    confirmed,
                    new Row(
                            item.path("subject").asText(),
                            item.path("milestone").asText(),
                            item.path("target").asText(),
                            Duration.between(recorded, landed).toMillis(),
                            Duration.between(landed, projected).toMillis(),
                            Duration.between(projected, confirmed).toMillis())));
        }
        rows.sort(Comparator.comparing(Timed::at));
        return rows.stream().map(Timed::row).toList();
    }

    /** The table as lines; the longest bar is the largest lag. */
    static List<String> lines(List<Row> rows) {
        long most = Math.max(1, rows.stream().mapToLong(Row::total).max().orElse(1));
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-36s %-16s %-6s %9s %9s %9s %9s",
                "subject",
                "state",
                "target",
                "source",
                "crossdock",
                "target",
                "ms"));
        for (Row row : rows) {
            String bar = "█".repeat((int) Math.max(1, Math.round((double) WIDTH * Math.max(0, row.total()) / most)));
            lines.add(String.format(
                    Locale.ROOT,
                    "%-36s %-16s %-6s %9d %9d %9d %9d  %s",
                    row.subject(),
                    row.milestone(),
                    row.target(),
                    row.landed(),
                    row.projected(),
                    row.confirmed(),
                    row.total(),
                    bar));
        }
        return lines;
    }

    private static @Nullable Instant instant(JsonNode value) {
        if (value.isNumber()) {
            return Instant.ofEpochMilli(value.asLong());
        }
        try {
            return value.isTextual() ? OffsetDateTime.parse(value.asText()).toInstant() : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
