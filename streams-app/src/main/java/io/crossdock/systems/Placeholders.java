package io.crossdock.systems;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.config.KafkaKeys;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fills the placeholders of a connector template for one connection. */
final class Placeholders {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SECRETS_FILE = "CROSSDOCK_SECRETS_FILE";
    private static final String CLIENT = "CROSSDOCK_CONNECT_CLIENT_";

    private final Connection connection;
    private final Map<String, String> environment;

    Placeholders(Connection connection, Map<String, String> environment) {
        this.connection = connection;
        this.environment = environment;
    }

    /**
     * The text with every <code>${…}</code> filled; references to config providers stay for the worker.
     *
     * @throws IllegalArgumentException if nothing fills a placeholder
     */
    String fill(String text) {
        int start = text.indexOf("${");
        if (start < 0) {
            return text;
        }
        int end = text.indexOf('}', start);
        if (end < 0) {
            throw new IllegalArgumentException("found ${ without } in '" + text + "'");
        }
        return text.substring(0, start) + value(text.substring(start + 2, end)) + fill(text.substring(end + 1));
    }

    /** What {@code CROSSDOCK_CONNECT_CLIENT_<KEY>} says of every client that a connector makes itself, by Kafka's names. */
    Map<String, String> clientSettings() {
        return KafkaKeys.in(environment, CLIENT);
    }

    private String value(String name) {
        if (name.startsWith("settings.")) {
            return setting(name.substring("settings.".length()));
        }
        if (name.startsWith("secret:")) {
            return "${file:" + variable(SECRETS_FILE) + ":" + name.substring("secret:".length()) + "}";
        }
        if (name.startsWith("variable:")) {
            return variable(name.substring("variable:".length()));
        }
        if (name.startsWith("file:") || name.startsWith("env:")) {
            return "${" + name + "}";
        }
        return switch (name) {
            case "connection" -> connection.name();
            case "connection.snake" -> connection.name().replace('-', '_');
            case "timeZone" -> connection.zone().getId();
            case "epoch" -> String.valueOf(connection.epoch());
            case "tables" -> tables();
            case "columns" -> columns();
            case "homes" -> homes();
            case "keys" -> keys();
            case "objects" -> objects();
            default -> throw new IllegalArgumentException("nothing fills ${" + name + "}");
        };
    }

    private String setting(String setting) {
        String value = connection.settings().get(setting);
        if (value == null) {
            throw new IllegalArgumentException("settings." + setting + " is missing");
        }
        return fill(value);
    }

    /** {@code NAME} or {@code NAME:default}; the default may hold colons. */
    private String variable(String reference) {
        int colon = reference.indexOf(':');
        String name = colon < 0 ? reference : reference.substring(0, colon);
        String value = environment.get(name);
        if (value != null && !value.isEmpty()) {
            return value;
        }
        if (colon < 0) {
            throw new IllegalArgumentException("the variable " + name + " is not set");
        }
        return reference.substring(colon + 1);
    }

    private String tables() {
        return captured().map(entity -> quoted(entity.table())).collect(Collectors.joining(","));
    }

    private String columns() {
        return captured()
                .map(entity -> quoted(entity.table()) + "[.](" + String.join("|", entity.columns()) + ")")
                .collect(Collectors.joining(","));
    }

    private String homes() {
        return captured()
                .map(entity ->
                        entity.name() + "=" + entity.homeType() + "(" + String.join(",", entity.homeColumns()) + ")")
                .collect(Collectors.joining(","));
    }

    private String keys() {
        ArrayNode tables = MAPPER.createArrayNode();
        captured().forEach(entity -> {
            ObjectNode table = tables.addObject();
            table.put("entity", entity.name());
            table.put("table", entity.table());
            entity.key().forEach(table.putArray("key")::add);
            if (entity instanceof EntityDefinition definition && definition.changedAt() != null) {
                table.put("changedAt", definition.changedAt());
            }
        });
        return tables.toString();
    }

    private String objects() {
        ArrayNode objects = MAPPER.createArrayNode();
        captured().forEach(entity -> {
            ObjectNode object = objects.addObject();
            object.put("entity", entity.name());
            object.put("object", entity.table());
            entity.key().forEach(object.putArray("key")::add);
            entity.columns().forEach(object.putArray("select")::add);
        });
        return objects.toString();
    }

    private Stream<Captured> captured() {
        return connection.system().captured().stream();
    }

    private static String quoted(String table) {
        return table.replace(".", "[.]");
    }
}
