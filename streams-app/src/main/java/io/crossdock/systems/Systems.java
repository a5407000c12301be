package io.crossdock.systems;

import io.crossdock.order.fact.IdentifierType;
import io.crossdock.order.fact.IdentifierTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every system and connection of one deployment, read from the folder {@code connectors} and checked. */
public final class Systems {

    /** What is topmost below this rank is a document without its order. */
    private static final int ORDER_RANK = 20;

    private static final String OUR_ORDER = "crossdock:order";

    private final List<Connection> connections;
    private final OrderLimits limits;

    private Systems(List<Connection> connections, OrderLimits limits) {
        this.connections = List.copyOf(connections);
        this.limits = limits;
    }

    /**
     * Reads {@code systems}, {@code connections} and {@code limits.json} below a folder.
     *
     * @throws InvalidSystemsException with all problems of all files, if there is any
     */
    public static Systems load(Path connectorsDir) {
        List<Problem> problems = new ArrayList<>();
        Map<String, SystemDefinition> systems = new TreeMap<>();
        for (Path folder : list(connectorsDir.resolve("systems"), Files::isDirectory, problems)) {
            systems.put(String.valueOf(folder.getFileName()), SystemFile.read(folder, problems));
        }
        List<Connection> connections = new ArrayList<>();
        Path connectionsDir = connectorsDir.resolve("connections");
        for (Path file : list(connectionsDir, path -> path.toString().endsWith(".json"), problems)) {
            Connection connection = ConnectionFile.read(file, systems, problems);
            if (connection != null) {
                connections.add(connection);
            }
        }
        Systems loaded = new Systems(connections, LimitsFile.read(connectorsDir.resolve("limits.json"), problems));
        problems.addAll(CrossCheck.problems(connectionsDir, loaded));
        if (!problems.isEmpty()) {
            throw new InvalidSystemsException(problems);
        }
        return loaded;
    }

    /** All connections, sorted by name. */
    public List<Connection> connections() {
        return connections;
    }

    /** The limits that are set for orders. */
    public OrderLimits limits() {
        return limits;
    }

    /**
     * One connection.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Connection connection(String name) {
        return connections.stream()
                .filter(connection -> connection.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No connection is called '" + name + "'; known: "
                        + connections.stream().map(Connection::name).toList()));
    }

    /** Every raw topic, sorted by connection. */
    public List<String> rawTopics() {
        return connections.stream()
                .flatMap(connection -> connection.system().captured().stream().map(connection::rawTopic))
                .toList();
    }

    /** Every kind of reference data that some connection has, sorted. */
    public List<String> reference() {
        return connections.stream()
                .flatMap(connection -> connection.system().reference().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Every declared identifier type. */
    public IdentifierTypes identifierTypes() {
        Map<String, IdentifierType> types = new HashMap<>();
        types.put(OUR_ORDER, IdentifierType.ofRank(1));
        for (Connection connection : connections) {
            connection.system().types().forEach((name, type) -> types.put(qualified(connection, name), type));
        }
        return new IdentifierTypes(types, ORDER_RANK);
    }

    /** Who decides what. */
    public List<OwnershipEntry> ownership() {
        List<OwnershipEntry> entries = new ArrayList<>();
        for (Connection connection : connections) {
            new TreeMap<>(connection.ownership())
                    .forEach((owned, entity) -> entries.add(new OwnershipEntry(
                            connection.name(), entity, owned, connection.locations(), connection.companies())));
        }
        return entries;
    }

    /** The connection that each successor takes over from. */
    public Map<String, String> succession() {
        Map<String, String> succession = new TreeMap<>();
        for (Connection connection : connections) {
            if (connection.succeeds() != null) {
                succession.put(connection.name(), connection.succeeds());
            }
        }
        return succession;
    }

    /** Connections whose records come in. */
    public List<Connection> sources() {
        return connections.stream()
                .filter(connection -> connection.system().source() != Source.NONE)
                .toList();
    }

    /** Connections that are told about orders, or would be: {@code observe} and {@code live}. */
    public List<Connection> targets() {
        return connections.stream()
                .filter(connection -> connection.target() != Target.OFF)
                .toList();
    }

    /** Every {@code connection:type} under which a bare value may be looked up. */
    public List<String> identifierTypeNames() {
        return Stream.concat(
                        Stream.of(OUR_ORDER),
                        connections.stream()
                                .flatMap(connection -> connection.system().types().keySet().stream()
                                        .map(type -> qualified(connection, type))))
                .filter(type -> !type.startsWith("*"))
                .distinct()
                .toList();
    }

    private static String qualified(Connection connection, String type) {
        return type.indexOf(':') >= 0 ? type : connection.name() + ":" + type;
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted, List<Problem> problems) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(wanted).sorted().toList();
        } catch (IOException e) {
            problems.add(new Problem(folder, 0, "", "not readable (" + e.getMessage() + ")", "a folder"));
            return List.of();
        }
    }
}
