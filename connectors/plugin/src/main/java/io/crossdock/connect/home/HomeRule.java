package io.crossdock.connect.home;

import io.crossdock.order.fact.Identifier;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which thing a row of one entity speaks of.
 *
 * @param type type of the home identifier, for example {@code shipment}
 * @param columns columns that hold its value, joined with {@code |} if several
 * @param salesforce true if a 15-character id is to be written in its 18-character form
 */
record HomeRule(String type, List<String> columns, boolean salesforce) {

    /**
     * The home identifier, as records are keyed by it.
     *
     * @param column text of a column, null if the record does not hold it
     * @return null if a column is missing or empty
     */
    @Nullable
    String identifier(String connection, Function<String, @Nullable String> column) {
        String value = value(column);
        return value == null ? null : new Identifier(connection, type, value).toString();
    }

    /**
     * The value of the home identifier.
     *
     * @param column text of a column, null if the record does not hold it
     * @return null if a column is missing or empty
     */
    private @Nullable String value(Function<String, @Nullable String> column) {
        StringBuilder value = new StringBuilder();
        for (String name : columns) {
            String part = column.apply(name);
            if (part == null || part.isEmpty()) {
                return null;
            }
            if (!value.isEmpty()) {
                value.append('|');
            }
            value.append(salesforce ? SalesforceId.to18(part) : part);
        }
        return value.toString();
    }
}
