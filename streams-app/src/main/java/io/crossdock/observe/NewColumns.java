package io.crossdock.observe;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports a column that a source has and its system file does not know: once per column and start, never per record. */
public final class NewColumns {

    private static final Logger LOG = LoggerFactory.getLogger(NewColumns.class);

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final MeterRegistry metrics;

    /** Counts new columns in {@code metrics}. */
    public NewColumns(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /**
     * Says that a record of {@code entity} carried {@code column}.
     *
     * @param column the unknown column; null if there was none
     */
    public void report(String connection, String entity, @Nullable String column) {
        if (column != null && seen.add(connection + "|" + entity + "|" + column)) {
            LOG.warn(
                    "{} {}: the source has a new column '{}' that no mapping reads. Records go on; add it to the system's"
                            + " file if it matters.",
                    connection,
                    entity,
                    column);
            metrics.counter("crossdock.new.columns", "connection", connection, "entity", entity)
                    .increment();
        }
    }
}
