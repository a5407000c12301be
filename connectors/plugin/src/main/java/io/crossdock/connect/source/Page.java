package io.crossdock.connect.source;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * What one call brought.
 *
 * @param records new rows, in the order of their positions
 * @param more true if the round has another page
 * @param completeTo set with the last page of a round: what was committed before this instant, by the target's clock, has been
 *     read; null before, and while nothing can be said
 */
record Page(
        List<SourceRecord> records, boolean more, @Nullable Instant completeTo) {

    /** Of a call that has not ended, or failed. */
    static final Page NONE = new Page(List.of(), true, null);

    Page {
        records = List.copyOf(records);
    }
}
