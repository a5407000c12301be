package io.crossdock.systems;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Expands the connector templates of every connection to what Connect is told to run. */
public final class ConnectorConfigs {

    private static final String SOURCE = "source";
    private static final String KEYS = "keys";
    private static final String SINK = "sink";

    /** In a template {@code "signal.consumer.*": "${kafka}"}: how clients of the worker that are not the worker's speak to the broker. */
    private static final String EVERY_CLIENT_SETTING = ".*";

    private static final String CLIENT_SETTINGS = "${kafka}";

    private ConnectorConfigs() {}

    /**
     * One configuration per connector, sources before what tells of their rows, then sinks. A sink exists only for a connection that is told.
     *
     * @param environment variables; {@code CROSSDOCK_SECRETS_FILE} names the file that the worker reads secrets from
     * @throws InvalidSystemsException with every placeholder that nothing fills
     */
    public static List<ConnectorConfig> of(Systems systems, Map<String, String> environment) {
        List<Problem> problems = new ArrayList<>();
        List<ConnectorConfig> sources = new ArrayList<>();
        List<ConnectorConfig> keys = new ArrayList<>();
        List<ConnectorConfig> sinks = new ArrayList<>();
        for (Connection connection : systems.connections()) {
            Placeholders placeholders = new Placeholders(connection, environment);
            SystemDefinition system = connection.system();
            if (hasSource(connection)) {
                sources.add(expand(connection, SOURCE, system.sourceTemplate(), placeholders, problems));
            }
            if (hasKeys(connection)) {
                keys.add(expand(connection, KEYS, system.keysTemplate(), placeholders, problems));
            }
            if (hasSink(connection)) {
                sinks.add(expand(connection, SINK, system.sinkTemplate(), placeholders, problems));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidSystemsException(problems);
        }
        sources.addAll(keys);
        sources.addAll(sinks);
        return sources;
    }

    private static ConnectorConfig expand(
            Connection connection,
            String kind,
            Map<String, String> template,
            Placeholders placeholders,
            List<Problem> problems) {
        Map<String, String> config = new LinkedHashMap<>();
        template.forEach((key, value) -> {
            try {
                if (key.endsWith(EVERY_CLIENT_SETTING) && value.equals(CLIENT_SETTINGS)) {
                    String prefix = key.substring(0, key.length() - 1);
                    placeholders.clientSettings().forEach((name, setting) -> config.put(prefix + name, setting));
                } else {
                    config.put(key, placeholders.fill(value));
                }
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(
                        Path.of("systems", connection.system().name(), "connector.json"),
                        0,
                        kind + "." + key,
                        String.valueOf(e.getMessage()),
                        "a value for connection " + connection.name()));
            }
        });
        return new ConnectorConfig(name(connection, kind), config);
    }

    /** Names of the connectors of every connection. */
    public static Set<String> names(Systems systems) {
        Set<String> names = new TreeSet<>();
        for (Connection connection : systems.connections()) {
            if (hasSource(connection)) {
                names.add(name(connection, SOURCE));
            }
            if (hasKeys(connection)) {
                names.add(name(connection, KEYS));
            }
            if (hasSink(connection)) {
                names.add(name(connection, SINK));
            }
        }
        return names;
    }

    private static boolean hasSource(Connection connection) {
        return !connection.system().sourceTemplate().isEmpty();
    }

    private static boolean hasKeys(Connection connection) {
        return !connection.system().keysTemplate().isEmpty();
    }

    private static boolean hasSink(Connection connection) {
        return connection.target() == Target.LIVE
                && !connection.system().sinkTemplate().isEmpty();
    }

    private static String name(Connection connection, String kind) {
        return connection.name() + "-" + kind;
    }
}
