package io.crossdock.systems;

import java.nio.file.Path;
import java.util.List;

/**
 * One table or object of a system whose rows are reference data: they colour severity and display, and never change a status.
 *
 * @param name kebab-case, last part of the raw topic's name and of {@code reference.<name>}, for example {@code customers}
 * @param table name at the source
 * @param key primary key columns in order; joined with {@code |} they are the entry's id
 * @param type middle part of the entry's key {@code <connection>:<type>:<id>}, for example {@code customer}
 * @param columns columns that may leave the source
 * @param required columns without which a row says nothing: absent or null is schema drift
 * @param mapping JSLT file that turns a row into attributes
 */
public record ReferenceDefinition(
        String name,
        String table,
        List<String> key,
        String type,
        List<String> columns,
        List<String> required,
        Path mapping)
        implements Captured {

    public ReferenceDefinition {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        required = List.copyOf(required);
    }

    @Override
    public String homeType() {
        return type;
    }

    @Override
    public List<String> homeColumns() {
        return key;
    }
}
