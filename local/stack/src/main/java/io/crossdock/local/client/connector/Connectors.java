package io.crossdock.local.client.connector;

import io.crossdock.local.client.Ink;
import io.crossdock.local.client.Screen;
import io.crossdock.local.client.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi.Text;

/** A table of connectors, those that have failed first; under each what is wrong. */
final class Connectors {

    private static final int LONGEST = 300;

    private Connectors() {}

    static void draw(Screen screen, List<ConnectorState> states) {
        Ink ink = screen.ink();
        if (states.isEmpty()) {
            screen.line(ink.warning("Connect has no connectors."));
            return;
        }
        Table table = new Table(ink, "connector", "type", "state", "tasks", "worker");
        for (ConnectorState connector : failedFirst(states)) {
            table.row(
                    ink.plain(connector.name()),
                    ink.plain(connector.type()),
                    state(ink, connector.state(), connector.state()),
                    tasks(ink, connector),
                    ink.faint(workers(connector)));
            String complaint = connector.complaint();
            if (!complaint.isEmpty()) {
                table.note(ink.bad(complaint.length() > LONGEST ? complaint.substring(0, LONGEST) + "…" : complaint));
            }
        }
        screen.table(table);
    }

    private static List<ConnectorState> failedFirst(List<ConnectorState> states) {
        return states.stream()
                .sorted(Comparator.comparing((ConnectorState each) -> !each.hasFailed())
                        .thenComparing(ConnectorState::name))
                .toList();
    }

    /** How many tasks are how, such as {@code 1 RUNNING, 1 FAILED}. */
    private static Text tasks(Ink ink, ConnectorState connector) {
        Map<String, Long> counts = connector.tasks().stream()
                .collect(Collectors.groupingBy(ConnectorState.Task::state, TreeMap::new, Collectors.counting()));
        if (counts.isEmpty()) {
            return ink.plain("none");
        }
        String worst = counts.containsKey("FAILED")
                ? "FAILED"
                : counts.keySet().iterator().next();
        return state(
                ink,
                worst,
                counts.entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey())
                        .collect(Collectors.joining(", ")));
    }

    private static Text state(Ink ink, String state, String text) {
        Function<String, Text> paint = switch (state) {
            case "RUNNING" -> ink::good;
            case "FAILED" -> ink::bad;
            default -> ink::warning;
        };
        return paint.apply(text);
    }

    private static String workers(ConnectorState connector) {
        return Stream.concat(
                        Stream.of(connector.worker()),
                        connector.tasks().stream().map(ConnectorState.Task::worker))
                .filter(worker -> !worker.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
