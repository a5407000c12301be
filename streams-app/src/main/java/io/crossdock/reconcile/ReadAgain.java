package io.crossdock.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.systems.Captured;
import io.crossdock.systems.Source;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a connector is told so that it reads rows again while it goes on reading changes: an incremental snapshot. Whole documents are
 * read, not rows: of a lost change the row that carries no time of change is lost silently, and most documents say with their header
 * that they have changed (R195).
 */
final class ReadAgain {

    private final SourceTables tables;

    ReadAgain(SourceTables tables) {
        this.tables = tables;
    }

    /**
     * The signal for some documents.
     *
     * @param type type of the identifiers at which their rows are at home
     * @param homes their values
     * @param id name of the signal, for the logs
     * @return null if none of them can be named in a condition
     */
    @Nullable
    String documents(String connection, String type, Collection<String> homes, String id) {
        List<String> safe = homes.stream()
                .filter(home -> isSafe(tables.source(connection), home))
                .toList();
        if (safe.isEmpty()) {
            return null;
        }
        ArrayNode conditions = JsonNodeFactory.instance.arrayNode();
        List<Captured> entities = tables.atHomeAt(connection, type);
        for (Captured entity : entities) {
            conditions
                    .addObject()
                    .put("data-collection", entity.table())
                    .put("filter", condition(connection, entity.homeColumns(), safe));
        }
        return signal(entities, conditions, id);
    }

    private String condition(String connection, List<String> columns, List<String> homes) {
        if (columns.size() == 1) {
            return tables.quoted(connection, columns.getFirst()) + " in ("
                    + homes.stream().map(ReadAgain::text).collect(Collectors.joining(",")) + ")";
        }
        return homes.stream().map(home -> one(connection, columns, home)).collect(Collectors.joining(" or "));
    }

    /** A home of several columns, whose values are joined. */
    private String one(String connection, List<String> columns, String home) {
        String[] values = home.split("\\|", columns.size());
        StringJoiner all = new StringJoiner(" and ", "(", ")");
        for (int i = 0; i < values.length; i++) {
            all.add(tables.quoted(connection, columns.get(i)) + " = " + text(values[i]));
        }
        return all.toString();
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** The signal for a whole table. */
    String table(String connection, String entity, String id) {
        return signal(List.of(tables.entity(connection, entity)), null, id);
    }

    /** In one database a backslash is a character, in the other it changes the next one; the API knows quotes behind one only. */
    static boolean isSafe(Source source, String value) {
        boolean isQuoted = source == Source.REST && value.indexOf('\'') >= 0;
        return !isQuoted && value.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c));
    }

    private static String signal(List<Captured> entities, @Nullable ArrayNode conditions, String id) {
        ObjectNode signal = JsonNodeFactory.instance.objectNode().put("id", id).put("type", "execute-snapshot");
        ObjectNode data = signal.putObject("data").put("type", "INCREMENTAL");
        ArrayNode collections = data.putArray("data-collections");
        entities.forEach(entity -> collections.add(entity.table()));
        if (conditions != null) {
            data.set("additional-conditions", conditions);
        }
        return signal.toString();
    }
}
