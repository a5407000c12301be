package io.crossdock.systems;

import io.crossdock.order.fact.IdentifierType;
import io.crossdock.reference.KnownKinds;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the two sections of {@code system.json} that name tables: {@code entities} and {@code reference}. */
final class TableSections {

    private final Path folder;
    private final JsonFile file;
    private final List<Problem> problems;

    TableSections(Path folder, JsonFile file, List<Problem> problems) {
        this.folder = folder;
        this.file = file;
        this.problems = problems;
    }

    Map<String, EntityDefinition> entities(Map<String, IdentifierType> types) {
        Map<String, EntityDefinition> entities = new LinkedHashMap<>();
        for (String name : file.names("entities")) {
            entities.put(name, entity("entities." + name + ".", name, types));
        }
        return entities;
    }

    Map<String, ReferenceDefinition> reference(Set<String> entities) {
        Map<String, ReferenceDefinition> reference = new LinkedHashMap<>();
        for (String name : file.names("reference")) {
            if (entities.contains(name)) {
                file.problem("reference." + name, "an entity has this name", "a name of its own: both are raw topics");
            }
            reference.put(name, reference("reference." + name + ".", name));
        }
        return reference;
    }

    private EntityDefinition entity(String at, String name, Map<String, IdentifierType> types) {
        Table table = table(at, name);
        String homeType = file.text(at + "home.type", "one of " + types.keySet());
        String homeColumn = file.text(at + "home.column", "one of the key columns");
        if (!homeColumn.isEmpty() && !table.key().contains(homeColumn)) {
            file.problem(
                    at + "home.column",
                    "found " + homeColumn,
                    "one of the key " + table.key() + ": a delete carries no more");
        }
        if (!homeType.isEmpty() && !types.containsKey(homeType)) {
            file.problem(at + "home.type", "found " + homeType, "one of " + types.keySet());
        }
        OnDelete onDelete = file.constant(at + "onDelete", OnDelete.class, OnDelete.RETRACT_UNLESS_FINAL);
        String changedAt = file.text(at + "changedAt", "a column with the time of a row's last change", "");
        listed(at + "changedAt", changedAt.isEmpty() ? List.of() : List.of(changedAt), table.columns());
        return new EntityDefinition(
                name,
                table.name(),
                table.key(),
                homeType,
                homeColumn,
                table.columns(),
                table.required(),
                Objects.requireNonNullElse(onDelete, OnDelete.RETRACT_UNLESS_FINAL),
                changedAt.isEmpty() ? null : changedAt,
                mapping(name));
    }

    private ReferenceDefinition reference(String at, String name) {
        Table table = table(at, name);
        String type = file.text(at + "type", "what one row is, for example \"customer\"");
        if (!type.isEmpty() && !isKebabCase(type)) {
            file.problem(at + "type", "found " + type, "kebab-case, for example \"customer\"");
        }
        String known = KnownKinds.type(name);
        if (known != null && !type.equals(known)) {
            file.problem(at + "type", "found " + type, "\"" + known + "\": that is how " + name + " are looked up");
        }
        return new ReferenceDefinition(
                name, table.name(), table.key(), type, table.columns(), table.required(), mapping(name));
    }

    private record Table(String name, List<String> key, List<String> columns, List<String> required) {}

    private Table table(String at, String name) {
        if (!isKebabCase(name)) {
            file.problem(at.substring(0, at.length() - 1), "not kebab-case", "a name such as \"order-lines\"");
        }
        boolean isObject = file.at(at + "table").isMissingNode();
        String table = isObject
                ? file.text(at + "object", "\"table\" or \"object\": the name at the source")
                : file.text(at + "table", "the table's name with its schema");
        List<String> key = file.texts(at + "key");
        List<String> columns = file.texts(at + "columns");
        List<String> required = file.texts(at + "required");
        if (key.isEmpty()) {
            file.problem(at + "key", "there is no key", "the primary key columns");
        }
        listed(at + "key", key, columns);
        listed(at + "required", required, columns);
        return new Table(table, key, columns, required);
    }

    private void listed(String field, List<String> names, List<String> columns) {
        for (String name : names) {
            if (!columns.contains(name)) {
                file.problem(field, name + " is not in columns", "listed columns only");
            }
        }
    }

    private Path mapping(String name) {
        Path mapping = folder.resolve("mapping").resolve(name + ".jslt");
        MappingSyntax.check(mapping, problems);
        return mapping;
    }

    private static boolean isKebabCase(String name) {
        return name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }
}
