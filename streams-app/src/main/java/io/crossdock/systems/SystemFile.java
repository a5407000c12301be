package io.crossdock.systems;

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
            return new SystemDefinition(
                    name, Source.REST, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), "");
        }
        if (!file.text("system", "the name of the folder").equals(name)) {
            file.problem("system", "it differs from the folder's name", "\"" + name + "\"");
        }
        if (file.at("source").isMissingNode()) {
            file.problem("source", "it is missing", "one of [postgres, mariadb, rest, none]");
        }
        Source source = Objects.requireNonNullElse(file.constant("source", Source.class, Source.REST), Source.REST);
        Map<String, IdentifierType> types = types(file);
        TableSections tables = new TableSections(folder, file, problems);
        Map<String, EntityDefinition> entities = tables.entities(types);
        Map<String, ReferenceDefinition> reference = tables.reference(entities.keySet());
        Map<String, Path> payloads = payloads();
        JsonFile connector = JsonFile.read(folder.resolve("connector.json"), problems);
        if (source == Source.NONE) {
            onlyTold(file, connector);
        } else if (entities.isEmpty() && reference.isEmpty()) {
            file.problem(
                    "entities", "there is none", "at least one entity, or \"source\": \"none\" where it is only told");
        }
        return new SystemDefinition(
                name,
                source,
                types,
                entities,
                reference,
                connector == null ? Map.of() : connector.textsByName("source"),
                connector == null ? Map.of() : connector.textsByName("keys"),
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

    /** A system of which nothing comes in names nothing that does, and can be told: else it is half-written. */
    private static void onlyTold(JsonFile file, @Nullable JsonFile connector) {
        for (String section : List.of("types", "entities", "reference")) {
            if (!file.at(section).isMissingNode()) {
                file.problem(
                        section,
                        "it is there, but \"source\" is none",
                        "no " + section + ", or a source: postgres, mariadb or rest");
            }
        }
        if (connector != null && !connector.at("source").isMissingNode()) {
            connector.problem("source", "it is there, but \"source\" in system.json is none", "no source template");
        }
        if (connector != null && connector.textsByName("sink").isEmpty()) {
            connector.problem("sink", "there is none", "a sink template: a system without a source can only be told");
        }
    }

    private static Map<String, IdentifierType> types(JsonFile file) {
        Map<String, IdentifierType> types = new LinkedHashMap<>();
        for (String name : file.names("types")) {
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
}
