package io.crossdock.systems;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table or object of a system whose rows become facts.
 *
 * @param name kebab-case, last part of the raw topic's name, for example {@code order-lines}
 * @param table name at the source: {@code public.orders}, {@code erp.sales_orders} or the object {@code OrderItem}
 * @param key primary key columns in order; with connection and entity they are the factKey
 * @param homeType type of the identifier at which its facts live
 * @param homeColumn key column that holds the value of that identifier
 * @param columns columns that may leave the source; personal data is not among them
 * @param required columns without which a row says nothing: absent or null is schema drift
 * @param onDelete what a deleted row means
 * @param changedAt column with the time of a row's last change; null if the table has none
 * @param mapping JSLT file that turns a row into facts
 */
public record EntityDefinition(
        String name,
        String table,
        List<String> key,
        String homeType,
        String homeColumn,
        List<String> columns,
        List<String> required,
        OnDelete onDelete,
        @Nullable String changedAt,
        Path mapping)
        implements Captured {

    public EntityDefinition {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        required = List.copyOf(required);
    }

    @Override
    public List<String> homeColumns() {
        return List.of(homeColumn);
    }
}
