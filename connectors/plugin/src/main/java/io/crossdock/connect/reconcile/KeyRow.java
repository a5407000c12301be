package io.crossdock.connect.reconcile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as the source has it.
 *
 * @param key values of the primary key columns, as text
 * @param changedAt when the row says it was changed last; null if it does not say
 * @param readAt the source's clock when it was read, never before what it shows was committed
 */
record KeyRow(List<String> key, @Nullable Instant changedAt, Instant readAt) {

    KeyRow {
        key = List.copyOf(key);
    }
}
