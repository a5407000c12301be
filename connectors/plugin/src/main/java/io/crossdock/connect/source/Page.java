package io.crossdock.connect.source;

import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * What one call brought.
 *
 * @param records new rows, in the order of their positions
 * @param more true if the round has another page
 */
record Page(List<SourceRecord> records, boolean more) {}
