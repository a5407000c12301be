package io.crossdock.connect.delivery;

import io.crossdock.order.fact.OrderVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a look into the target showed. */
public sealed interface Finding {

    /**
     * The record, or the effect, is there.
     *
     * @param at when the target said so, by its clock
     * @param version version it holds; null if it holds none, or one that is none of ours
     */
    record Holds(Instant at, @Nullable OrderVersion version) implements Finding {}

    /** It is not there. */
    record Absent() implements Finding {}

    /** The target cannot be asked, and need not be: writing the same again under the same key does it once. */
    record NotAsked() implements Finding {}

    /**
     * The look failed.
     *
     * @param attempt how
     */
    record Failed(Attempt attempt) implements Finding {}
}
