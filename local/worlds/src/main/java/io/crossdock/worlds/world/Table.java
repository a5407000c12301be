package io.crossdock.worlds.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table of one system; whatever changes in it is written to the world's log. */
final class Table {

    private final SourceSystem system;
    private final String entity;
    private final String homeType;
    private final List<String> key;
    private final Map<String, Map<String, Object>> rows = new LinkedHashMap<>();

    /** The first key column holds the value of the home identifier. */
    Table(SourceSystem system, String entity, String homeType, String... key) {
        this.system = system;
        this.entity = entity;
        this.homeType = homeType;
        this.key = List.of(key);
    }

    /** Inserts or updates a row: names and values in turn; columns that are not named keep their value. */
    void put(@Nullable Object... columns) {
        Map<String, Object> after = row(columns);
        String id = id(after);
        Map<String, Object> before = rows.get(id);
        if (before != null) {
            Map<String, Object> merged = new LinkedHashMap<>(before);
            merged.putAll(after);
            after = merged;
        }
        if (sameBut(before, after)) {
            return;
        }
        rows.put(id, after);
        system.write(this, before == null ? "c" : "u", before, after);
    }

    /** Deletes a row if it is there. */
    boolean delete(Object... keyValues) {
        String id = List.of(keyValues).stream().map(String::valueOf).collect(Collectors.joining("|"));
        Map<String, Object> before = rows.remove(id);
        if (before != null) {
            system.write(this, "d", before, null);
        }
        return before != null;
    }

    /** Reads all rows out once more, as a connector does when it is set up anew. */
    void snapshot() {
        rows.values().forEach(row -> system.write(this, "r", null, row));
    }

    /** Writes a row as it is. */
    void writeAgain(int number) {
        Map<String, Object> row = List.copyOf(rows.values()).get(number);
        system.write(this, "u", row, row);
    }

    int size() {
        return rows.size();
    }

    String key(Map<String, Object> row) {
        return id(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String entity() {
        return entity;
    }

    String home(Map<String, Object> row) {
        return system.name() + ":" + homeType + ":" + row.get(key.getFirst());
    }

    /** For people: the key, then what differs from before. */
    String says(String op, @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
        Map<String, Object> row = Objects.requireNonNull(after != null ? after : before);
        String what = row.entrySet().stream()
                .filter(column -> after != null && !key.contains(column.getKey()))
                .filter(column -> before == null
                        ? column.getValue() != null
                        : !Objects.equals(before.get(column.getKey()), column.getValue()))
                .filter(column -> !column.getKey().equals("updated_at")
                        && !column.getKey().equals("SystemModstamp"))
                .map(column -> column.getKey() + "=" + column.getValue())
                .collect(Collectors.joining(" "));
        String verb = switch (op) {
            case "c" -> "new";
            case "u" -> "change";
            case "d" -> "deleted";
            default -> "read";
        };
        return system.name() + " " + entity + " " + id(row) + " " + verb + (what.isEmpty() ? "" : ": " + what);
    }

    private static boolean sameBut(@Nullable Map<String, Object> before, Map<String, Object> after) {
        return before != null
                && after.entrySet().stream()
                        .allMatch(column -> column.getKey().equals("updated_at")
                                || column.getKey().equals("SystemModstamp")
                                || Objects.equals(column.getValue(), before.get(column.getKey())));
    }

    private String id(Map<String, Object> row) {
        return key.stream().map(column -> String.valueOf(row.get(column))).collect(Collectors.joining("|"));
    }

    @SuppressWarnings("NullAway") // A column may be null in a database, and the map's type cannot say so.
    private static Map<String, Object> row(@Nullable Object... columns) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i += 2) {
            row.put(String.valueOf(columns[i]), columns[i + 1]);
        }
        return row;
    }
}
