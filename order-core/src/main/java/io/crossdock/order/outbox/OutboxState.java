package io.crossdock.order.outbox;

import io.crossdock.order.fact.OrderVersion;
import org.jspecify.annotations.Nullable;

/**
 * What one target should know, does know, and is being told about one order.
 *
 * @param desired newest desired view; null if there is nothing to tell yet
 * @param inFlight sent and not yet answered, by this mailbox or a former sender; null if none
 * @param known the newest view the target is known to hold; its content is unknown after a fence found a version of
 *     somebody else's; null if nothing is known
 * @param parked refused by the target; null if nothing is, or if a newer view cured it
 * @param parkedDetail what the target said to it; null if it said nothing
 */
public record OutboxState(
        @Nullable View desired,
        @Nullable View inFlight,
        @Nullable View known,
        @Nullable View parked,
        @Nullable String parkedDetail) {

    /** The state before anything happened. */
    public static final OutboxState EMPTY = new OutboxState(null, null, null, null, null);

    /** True if nothing is in flight and the target is known to show what is desired. */
    public boolean settled() {
        return inFlight == null && desired != null && known != null && known.showsTheSameAs(desired);
    }

    /** The version up to which the target knows every milestone; null if none is known. */
    public @Nullable OrderVersion confirmedUpTo() {
        if (known == null || !known.contentIsKnown()) {
            return null;
        }
        return desired != null && settled() && desired.version().compareTo(known.version()) > 0
                ? desired.version()
                : known.version();
    }

    OutboxState withDesired(View view) {
        return new OutboxState(view, inFlight, known, parked, parkedDetail);
    }

    OutboxState withInFlight(@Nullable View view) {
        return new OutboxState(desired, view, known, parked, parkedDetail);
    }

    OutboxState withKnown(View view) {
        return new OutboxState(desired, inFlight, view, parked, parkedDetail);
    }

    OutboxState withParked(@Nullable View view, @Nullable String detail) {
        return new OutboxState(desired, inFlight, known, view, detail);
    }
}
