package io.crossdock.crm.soql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed query; names are as written and not yet checked against an object.
 *
 * @param fields selected fields; empty for {@code COUNT()}
 * @param object the object after FROM
 * @param where null if every record is asked for
 * @param orderBy sort keys in their order
 * @param limit most records; null if all
 */
public record Query(
        List<String> fields,
        String object,
        @Nullable Condition where,
        List<OrderKey> orderBy,
        @Nullable Integer limit) {

    /** One sort key; {@code nullsFirst} is true by default, whatever the direction. */
    public record OrderKey(String field, boolean descending, boolean nullsFirst) {}

    /** True for {@code SELECT COUNT()}. */
    public boolean isCount() {
        return fields.isEmpty();
    }
}
