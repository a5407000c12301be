package io.crossdock.local.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Grafana dashboard as a file.
 *
 * @param file name of the file
 * @param json its content
 */
record Dashboard(String file, JsonNode json) {

    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((\\w+), (\\w+)\\)");

    /** All of a directory. */
    static List<Dashboard> in(Path directory) throws IOException {
        List<Dashboard> dashboards = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                dashboards.add(new Dashboard(
                        file.getFileName().toString(), new ObjectMapper().readTree(Files.readString(file))));
            }
        }
        return dashboards;
    }

    /** Its panels. */
    List<JsonNode> panels() {
        List<JsonNode> panels = new ArrayList<>();
        json.path("panels").forEach(panels::add);
        return panels;
    }

    /** Its variables. */
    List<JsonNode> variables() {
        List<JsonNode> variables = new ArrayList<>();
        json.path("templating").path("list").forEach(variables::add);
        return variables;
    }

    /** Every query of its panels, and of its variables as the series whose labels they list. */
    List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        for (JsonNode panel : panels()) {
            for (JsonNode target : panel.path("targets")) {
                queries.add(Query.of(
                        file + ", " + panel.path("title").asText(),
                        target.path("expr").asText(),
                        target.path("legendFormat").asText()));
            }
        }
        for (JsonNode variable : variables()) {
            Matcher values = LABEL_VALUES.matcher(variable.path("query").asText());
            if (values.matches()) {
                queries.add(Query.of(
                        file + ", $" + variable.path("name").asText(),
                        "count by (" + values.group(2) + ") (" + values.group(1) + ")",
                        "{{" + values.group(2) + "}}"));
            }
        }
        return queries;
    }

    @Override
    public String toString() {
        return file;
    }
}
