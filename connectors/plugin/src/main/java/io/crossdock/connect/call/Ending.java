package io.crossdock.connect.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended, as far as those need to know who let it start.
 *
 * @param at when the target answered, by its own clock; null if it did not
 * @param usage what it said about its day; null if it did not
 * @param trouble why the target counts as out of order; null if it does not
 */
public record Ending(
        @Nullable Instant at,
        @Nullable Usage usage,
        @Nullable String trouble) {

    /** Nothing was learned. */
    public static final Ending UNKNOWN = new Ending(null, null, null);

    /** The target answered as it should, be it with a refusal. */
    public static Ending answered(Instant at) {
        return new Ending(at, null, null);
    }

    /** There was no answer, or none that counts. */
    public static Ending failed(String trouble) {
        return new Ending(null, null, trouble);
    }
}
