package io.crossdock.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.systems.EntityDefinition;
import io.crossdock.systems.Source;
import java.util.Collection;
import java.util.List;
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
        String values = homes.stream()
                .filter(home -> isSafe(tables.source(connection), home))
                .map(home -> "'" + home.replace("'", "''") + "'")
                .collect(Collectors.joining(","));
        if (values.isEmpty()) {
            return null;
        }
        ArrayNode conditions = JsonNodeFactory.instance.arrayNode();
        List<EntityDefinition> entities = tables.atHomeAt(connection, type);
        for (EntityDefinition entity : entities) {
            conditions
                    .addObject()
                    .put("data-collection", entity.table())
                    .put("filter", tables.quoted(connection, entity.homeColumn()) + " in (" + values + ")");
        }
        return signal(entities, conditions, id);
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

    private static String signal(List<EntityDefinition> entities, @Nullable ArrayNode conditions, String id) {
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
