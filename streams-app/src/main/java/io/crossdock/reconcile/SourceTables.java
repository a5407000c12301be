package io.crossdock.reconcile;

import io.crossdock.systems.Captured;
import io.crossdock.systems.Connection;
import io.crossdock.systems.ReferenceDefinition;
import io.crossdock.systems.Source;
import io.crossdock.systems.Systems;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables that are compared, by the files of the systems. */
public final class SourceTables {

    private final Map<String, Connection> connections = new HashMap<>();
    private final Map<String, Map<String, Captured>> captured = new HashMap<>();

    /** Those of every connection whose system says which rows it has. */
    public SourceTables(Systems systems) {
        for (Connection connection : systems.connections()) {
            if (!connection.system().keysTemplate().isEmpty()) {
                connections.put(connection.name(), connection);
                captured.put(
                        connection.name(),
                        connection.system().captured().stream()
                                .collect(Collectors.toUnmodifiableMap(Captured::name, each -> each)));
            }
        }
    }

    /** Names of what is compared, entities and reference data, by connection. */
    public Map<String, Set<String>> entities() {
        Map<String, Set<String>> entities = new HashMap<>();
        captured.forEach((name, all) -> entities.put(name, all.keySet()));
        return entities;
    }

    Captured entity(String connection, String entity) {
        Captured found = captured.getOrDefault(connection, Map.of()).get(entity);
        if (found == null) {
            throw new IllegalArgumentException(connection + " has no entity " + entity);
        }
        return found;
    }

    /** True if its rows are reference data, of which only the newest word is kept. */
    boolean isReference(String connection, String entity) {
        return entity(connection, entity) instanceof ReferenceDefinition;
    }

    /** What is at home at identifiers of one type: the tables of one document, or of one kind of reference data. */
    List<Captured> atHomeAt(String connection, String type) {
        return connection(connection).system().captured().stream()
                .filter(entity -> entity.homeType().equals(type))
                .toList();
    }

    /**
     * How exactly a source stamps its commits: MariaDB in whole seconds, and with the begin of the statement. What a polled source is
     * heard by is the very stamp that is compared.
     */
    Duration exactness(String connection) {
        return switch (source(connection)) {
            case POSTGRES -> Duration.ofMillis(100);
            case MARIADB -> Duration.ofSeconds(2);
            case REST, NONE -> Duration.ZERO;
        };
    }

    /** The name of a column as it stands in a condition. */
    String quoted(String connection, String column) {
        return switch (source(connection)) {
            case POSTGRES -> '"' + column + '"';
            case MARIADB -> '`' + column + '`';
            case REST, NONE -> column;
        };
    }

    /** How its records reach us. */
    Source source(String connection) {
        return connection(connection).system().source();
    }

    private Connection connection(String name) {
        Connection connection = connections.get(name);
        if (connection == null) {
            throw new IllegalArgumentException("No rows of " + name + " are compared");
        }
        return connection;
    }
}
