package io.crossdock.connect.reconcile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the keys of a connection's rows are read: tables of a database, or objects of an API. */
interface KeySource extends AutoCloseable {

    /**
     * A reading of one entity begins.
     *
     * @param at the source's clock now, never ahead of it
     * @param about rows there are, about; null if the source does not know
     */
    record Beginning(Instant at, @Nullable Long about) {}

    /**
     * Some rows in the order of the key.
     *
     * @param endedAt the source's clock, never ahead of it, if there are no more rows; null if there may be
     */
    record Chunk(List<KeyRow> rows, @Nullable Instant endedAt) {}

    /** Before its first row is read. */
    Beginning begin(KeyEntity entity) throws SourceAway, InterruptedException;

    /** The rows behind a key, from the first one if it is null. */
    Chunk behind(KeyEntity entity, @Nullable List<String> key) throws SourceAway, InterruptedException;

    @Override
    void close() throws SourceAway;
}
