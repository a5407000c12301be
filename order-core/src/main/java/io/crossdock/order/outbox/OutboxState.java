package io.crossdock.order.outbox;

import io.crossdock.order.fact.OrderVersion;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one target should know, does know, and is being told about one order.
 *
 * @param desired newest desired view; null if there is nothing to tell yet
 * @param inFlight sent and not yet answered, by this mailbox or a former sender; null if none
 * @param known the newest view the target is known to hold; its content is unknown after a fence found a version of
 *     somebody else's; null if nothing is known
 * @param knownAt when it last held that, by its own clock; null if nothing is known, or not when
 * @param drift what the target's own feed shows instead; null if it shows what is known
 * @param repaired hash of what was overwritten last because of a drift; null once the target has shown what it was told since
 * @param parked refused by the target; null if nothing is, or if a newer view cured it
 * @param parkedDetail what the target said to it; null if it said nothing
 */
public record OutboxState(
        @Nullable View desired,
        @Nullable View inFlight,
        @Nullable View known,
        @Nullable Instant knownAt,
        @Nullable Drift drift,
        @Nullable String repaired,
        @Nullable View parked,
        @Nullable String parkedDetail) {

    /** The state before anything happened. */
    public static final OutboxState EMPTY = new OutboxState(null, null, null, null, null, null, null, null);

    /**
     * The target's own feed shows something else than the target is known to hold.
     *
     * @param since when that was written, by the target's clock
     * @param contentHash hash of what it shows
     */
    public record Drift(Instant since, String contentHash) {}

    /** True if nothing is in flight and the target is known to show what is desired. */
    public boolean settled() {
        return inFlight == null && desired != null && known != null && known.showsTheSameAs(desired);
    }

    /**
     * True if the target has shown something else for as long as {@code grace}, nothing is on its way that would put it right
     * anyway, and putting it right has not led to the very same before.
     */
    public boolean isToBeRepaired(Instant now, Duration grace) {
        return settled()
                && drift != null
                && !now.isBefore(drift.since().plus(grace))
                && !drift.contentHash().equals(repaired);
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
        return new OutboxState(view, inFlight, known, knownAt, drift, repaired, parked, parkedDetail);
    }

    OutboxState withInFlight(@Nullable View view) {
        return new OutboxState(desired, view, known, knownAt, drift, repaired, parked, parkedDetail);
    }

    /** The target said that it holds this view at a time; the later of two times counts. */
    OutboxState withKnown(View view, @Nullable Instant at) {
        return new OutboxState(desired, inFlight, view, later(at), null, repaired, parked, parkedDetail);
    }

    /** Its own feed shows it. */
    OutboxState withShown(View view, Instant writtenAt) {
        return new OutboxState(desired, inFlight, view, later(writtenAt), null, null, parked, parkedDetail);
    }

    OutboxState withDrift(Drift other) {
        return new OutboxState(desired, inFlight, known, knownAt, other, repaired, parked, parkedDetail);
    }

    /** Nothing is known of what it holds but that it is not this: the version it was told under is spent. */
    OutboxState withKnownOverwritten(View view, Drift by) {
        return new OutboxState(desired, inFlight, view, knownAt, null, by.contentHash(), parked, parkedDetail);
    }

    OutboxState withParked(@Nullable View view, @Nullable String detail) {
        return new OutboxState(desired, inFlight, known, knownAt, drift, repaired, view, detail);
    }

    private @Nullable Instant later(@Nullable Instant at) {
        return knownAt == null || (at != null && at.isAfter(knownAt)) ? at : knownAt;
    }
}
