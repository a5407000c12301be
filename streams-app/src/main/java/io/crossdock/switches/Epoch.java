package io.crossdock.switches;

import io.crossdock.contract.OrderException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The epoch an instance works in.
 *
 * @param number of the versions it gives
 * @param rebuild how it came to be rebuilt; null if it is the first
 * @param open exceptions that were open when it began
 */
public record Epoch(long number, @Nullable Rebuild rebuild, List<OrderException> open) {

    /**
     * Somebody asked for a rebuild.
     *
     * @param by who
     * @param note why; null if they did not say
     * @param at when
     * @param cut what landed before is old
     * @param live targets that were told until then
     */
    public record Rebuild(String by, @Nullable String note, Instant at, Instant cut, List<String> live) {
        public Rebuild {
            live = List.copyOf(live);
        }
    }

    public Epoch {
        open = List.copyOf(open);
    }

    /** The first one. */
    public static Epoch first(long number) {
        return new Epoch(number, null, List.of());
    }

    /** True if every status is, or was, worked out anew in it from what came in: until that is done nothing of it is published. */
    public boolean isRebuilt() {
        return rebuild != null;
    }

    /** What landed before is old. */
    public Instant cut() {
        return rebuild == null ? Instant.MIN : rebuild.cut();
    }

    /** Name of its consumer group, and of what it keeps; {@code base} is that of the first. */
    public String applicationId(String base) {
        return rebuild == null ? base : base + "-e" + number;
    }
}
