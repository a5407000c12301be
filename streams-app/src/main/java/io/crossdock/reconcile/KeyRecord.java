package io.crossdock.reconcile;

import io.crossdock.order.fact.FactKey;
import io.crossdock.order.reconcile.SourceRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a record of {@code source.keys} says. A round is named by its begin, milliseconds by the source's clock. */
sealed interface KeyRecord {

    /** The source has this row. */
    record Met(FactKey key, SourceRow row, long round) implements KeyRecord {}

    /** A round begins to read an entity. */
    record Began(String connection, String entity, long round, Instant at) implements KeyRecord {}

    /** A round has read an entity to its end. */
    record Ended(String connection, String entity, long round, Instant at) implements KeyRecord {}

    /**
     * How far a round has come.
     *
     * @param entity what is read now; null between two rounds
     * @param walked rows of it so far
     * @param about how many it has, about; null if the source does not know
     */
    record Pulse(
            String connection,
            @Nullable String entity,
            long round,
            long walked,
            @Nullable Long about) implements KeyRecord {}
}
