package io.crossdock.query;

import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Who holds one partition of a store: who works on it, and who has a copy that follows it. A copy is asked only while the first
 * does not answer, which is when its instance has died or is being replaced.
 *
 * @param active who works on it; null if nobody does at the moment
 * @param copies who has a copy, best first
 */
public record Holders(@Nullable StoreLocation active, List<StoreLocation> copies) {

    public Holders {
        copies = List.copyOf(copies);
    }

    /**
     * The first answer.
     *
     * @param current asks who works on it
     * @param copy asks who has a copy
     * @throws NotReadyException as the first of them said it, if none of them answers
     */
    public <T> Held<T> ask(Function<StoreLocation, T> current, Function<StoreLocation, T> copy) {
        NotReadyException first = null;
        if (active != null) {
            try {
                return new Held<>(current.apply(active), false);
            } catch (NotReadyException e) {
                first = e;
            } catch (InvalidStateStoreException e) {
                first = closed();
            }
        }
        for (StoreLocation place : copies) {
            try {
                return new Held<>(copy.apply(place), true);
            } catch (NotReadyException e) {
                first = first == null ? e : first;
            } catch (InvalidStateStoreException e) {
                first = first == null ? closed() : first;
            }
        }
        throw first == null ? new NotReadyException("Nobody holds this part of the stores yet.") : first;
    }

    /** A store that was there a moment ago may be closed while it is read: the work is being shared out anew. */
    private static NotReadyException closed() {
        return new NotReadyException("The stores are being restored.");
    }
}
