package io.crossdock.systems;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.order.fact.IdentifierType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the folder of one system. */
final class SystemFile {

    private final Path folder;
    private final List<Problem> problems;

    private SystemFile(Path folder, List<Problem> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** Reads {@code system.json}, {@code connector.json}, the mapping and the payloads of a folder. */
    static SystemDefinition read(Path folder, List<Problem> problems) {
        return new SystemFile(folder, problems).read();
    }

    private SystemDefinition read() {
        String name = String.valueOf(folder.getFileName());
        JsonFile file = JsonFile.read(folder.resolve("system.json"), problems);
        if (file == null) {
            return new SystemDefinition(name, Source.REST, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), "");
        }
        if (!file.text("system", "the name of the folder").equals(name)) {
            file.problem("system", "it differs from the folder's name", "\"" + name + "\"");
        }
        if (file.at("source").isMissingNode()) {
            file.problem("source", "it is missing", "one of [postgres, mariadb, rest]");
        }
        Source source = file.constant("source", Source.class, Source.REST);
        Map<String, IdentifierType> types = types(file);
        Map<String, EntityDefinition> entities = entities(file, types);
        Map<String, Path> payloads = payloads();
        JsonFile connector = JsonFile.read(folder.resolve("connector.json"), problems);
        return new SystemDefinition(
                name,
                Objects.requireNonNullElse(source, Source.REST),
                types,
                entities,
                connector == null ? Map.of() : connector.textsByName("source"),
                connector == null ? Map.of() : connector.textsByName("sink"),
                payloads,
                stateObject(file, payloads));
    }

    /** Where the state is written to: the target's word for an order. */
    private static String stateObject(JsonFile file, Map<String, Path> payloads) {
        if (!payloads.containsKey("order-status")) {
            return "";
        }
        return file.text("tells.order-status", "the object or table that payloads/order-status.jslt is written to");
    }

    private static Map<String, IdentifierType> types(JsonFile file) {
        Map<String, IdentifierType> types = new LinkedHashMap<>();
        for (String name : names(file.at("types"))) {
            String at = "types." + name + ".";
            if (file.at(at + "rank").isMissingNode()) {
                file.problem(at + "rank", "it is missing", "a whole number from 1");
            }
            types.put(
                    name,
                    new IdentifierType(
                            (int) file.number(at + "rank", 1, 0),
                            (int) file.number(at + "parents", 1, 0),
                            (int) file.number(at + "children", 1, 0),
                            validity(file, at + "validity")));
        }
        return types;
    }

    private static @Nullable Period validity(JsonFile file, String at) {
        if (file.at(at).isMissingNode()) {
            return null;
        }
        String text = file.text(at, "an ISO 8601 period of days or months");
        try {
            return Period.parse(text);
        } catch (DateTimeParseException e) {
            file.problem(at, "found " + text, "an ISO 8601 period of days or months, for example \"P180D\"");
            return null;
        }
    }

    private Map<String, EntityDefinition> entities(JsonFile file, Map<String, IdentifierType> types) {
        Map<String, EntityDefinition> entities = new LinkedHashMap<>();
        for (String name : names(file.at("entities"))) {
            entities.put(name, entity(file, name, types));
        }
        if (entities.isEmpty()) {
            file.problem("entities", "there is none", "at least one entity");
        }
        return entities;
    }

    private EntityDefinition entity(JsonFile file, String name, Map<String, IdentifierType> types) {
        String at = "entities." + name + ".";
        if (!name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
            file.problem("entities." + name, "not kebab-case", "a name such as \"order-lines\"");
        }
        boolean isObject = file.at(at + "table").isMissingNode();
        String table = isObject
                ? file.text(at + "object", "\"table\" or \"object\": the name at the source")
                : file.text(at + "table", "the table's name with its schema");
        List<String> key = file.texts(at + "key");
        List<String> columns = file.texts(at + "columns");
        List<String> required = file.texts(at + "required");
        String homeType = file.text(at + "home.type", "one of " + types.keySet());
        String homeColumn = file.text(at + "home.column", "one of the key columns");
        if (key.isEmpty()) {
            file.problem(at + "key", "there is no key", "the primary key columns");
        }
        if (!homeColumn.isEmpty() && !key.contains(homeColumn)) {
            file.problem(
                    at + "home.column", "found " + homeColumn, "one of the key " + key + ": a delete carries no more");
        }
        if (!homeType.isEmpty() && !types.containsKey(homeType)) {
            file.problem(at + "home.type", "found " + homeType, "one of " + types.keySet());
        }
        listed(file, at + "key", key, columns);
        listed(file, at + "required", required, columns);
        OnDelete onDelete = file.constant(at + "onDelete", OnDelete.class, OnDelete.RETRACT_UNLESS_FINAL);
        Path mapping = folder.resolve("mapping").resolve(name + ".jslt");
        MappingSyntax.check(mapping, problems);
        return new EntityDefinition(
                name,
                table,
                key,
                homeType,
                homeColumn,
                columns,
                required,
                Objects.requireNonNullElse(onDelete, OnDelete.RETRACT_UNLESS_FINAL),
                mapping);
    }

    private static void listed(JsonFile file, String field, List<String> names, List<String> columns) {
        for (String name : names) {
            if (!columns.contains(name)) {
                file.problem(field, name + " is not in columns", "listed columns only");
            }
        }
    }

    private Map<String, Path> payloads() {
        Map<String, Path> payloads = new TreeMap<>();
        Path payloadFolder = folder.resolve("payloads");
        if (!Files.isDirectory(payloadFolder)) {
            return payloads;
        }
        try (Stream<Path> files = Files.list(payloadFolder)) {
            files.filter(file -> file.toString().endsWith(".jslt")).sorted().forEach(file -> {
                MappingSyntax.check(file, problems);
                String name = String.valueOf(file.getFileName());
                payloads.put(name.substring(0, name.length() - ".jslt".length()), file);
            });
        } catch (IOException e) {
            problems.add(new Problem(payloadFolder, 0, "", "not readable (" + e.getMessage() + ")", "a folder"));
        }
        return payloads;
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
