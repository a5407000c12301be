package io.crossdock.order.outbox;

import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of telling one target about one order: at most one view in flight, what waits is replaced by what is newer,
 * nothing is sent that the target already shows, versions sent only rise. Answers may come twice, late or out of order.
 */
public final class Outbox {

    private static final OrderVersion NO_VERSION = new OrderVersion(0, 0);

    private Outbox() {}

    /** Takes one input. The message and the state belong to one transaction with it. */
    public static Decision decide(OutboxState state, Input input) {
        return send(take(state, input));
    }

    /**
     * What is known after an input, before anything is sent: for inputs that come together, of which only the last may lead to a
     * message.
     */
    public static OutboxState take(OutboxState state, Input input) {
        return switch (input) {
            case Input.Desired desired -> desire(state, desired.view());
            case Input.Answered answered -> answer(state, answered.receipt());
            case Input.Shown shown -> shown(state, shown.view(), shown.writtenAt());
            case Input.Drifted drifted -> drifted(state);
            case Input.HandedOver handedOver -> {
                OutboxState taken = state;
                for (Statement.Receipt receipt : handedOver.receipts()) {
                    taken = answer(taken, receipt);
                }
                yield taken;
            }
        };
    }

    private static OutboxState desire(OutboxState state, View view) {
        View before = state.desired();
        return before != null && isBefore(view.version(), before.version()) ? state : state.withDesired(view);
    }

    private static OutboxState answer(OutboxState state, Statement.Receipt receipt) {
        View told = new View(receipt.version(), receipt.contentHash(), receipt.targetKey());
        return switch (receipt.outcome()) {
            case IN_FLIGHT -> flies(state, told);
            case APPLIED -> applied(landed(state, told), told, at(receipt));
            case FENCED -> fenced(state, told, receipt.found(), at(receipt));
            case REJECTED, UNSUPPORTED, PARKED -> refused(state, told, receipt.detail());
            // Only an effect is ever left to others.
            case LEFT -> state;
        };
    }

    /** A former sender's message: it occupies the target until it is answered, unless it already was. */
    private static OutboxState flies(OutboxState state, View told) {
        boolean answered = isAtOrBefore(told, state.known()) || isAtOrBefore(told, state.parked());
        return answered || isAtOrBefore(told, state.inFlight()) ? state : state.withInFlight(told);
    }

    /** An answer ends the flight of its version and of any before it. */
    private static OutboxState landed(OutboxState state, View told) {
        View inFlight = state.inFlight();
        return inFlight != null && !isBefore(told.version(), inFlight.version()) ? state.withInFlight(null) : state;
    }

    private static @Nullable Instant at(Statement.Receipt receipt) {
        return receipt.confirmedAt() == null
                ? null
                : OffsetDateTime.parse(receipt.confirmedAt()).toInstant();
    }

    private static OutboxState applied(OutboxState state, View told, @Nullable Instant at) {
        View known = state.known();
        if (known != null && (isBefore(told.version(), known.version()) || isSpent(state, told))) {
            return state;
        }
        OutboxState confirmed = state.withKnown(told, at);
        return isAtOrBefore(state.parked(), told) ? confirmed.withParked(null, null) : confirmed;
    }

    /** What was told under this version has been overwritten since: a late copy of its answer does not bring it back. */
    private static boolean isSpent(OutboxState state, View told) {
        View known = state.known();
        return known != null
                && !known.contentIsKnown()
                && state.repaired() != null
                && known.version().equals(told.version());
    }

    /** The target holds a version we did not expect: its content is unknown, and ours must go above it. */
    private static OutboxState fenced(
            OutboxState state, View told, @Nullable OrderVersion found, @Nullable Instant at) {
        if (isBeforeFlight(state, told)) {
            return state;
        }
        OrderVersion held = found != null && isBefore(told.version(), found) ? found : told.version();
        View foundThere = new View(held, "", told.targetKey());
        OutboxState landed = landed(state, told);
        return isAtOrBefore(foundThere, state.known()) ? landed : landed.withKnown(foundThere, at);
    }

    private static OutboxState refused(OutboxState state, View told, @Nullable String detail) {
        if (isBeforeFlight(state, told) || isAtOrBefore(told, state.known())) {
            return landed(state, told);
        }
        OutboxState landed = landed(state, told);
        View parked = state.parked();
        boolean stale = parked != null && isBefore(told.version(), parked.version());
        return stale ? landed : landed.withParked(told, detail);
    }

    /** An echo confirms what it equals; what was written before an answer came is no evidence against it. */
    private static OutboxState shown(OutboxState state, View shown, Instant writtenAt) {
        Instant knownAt = state.knownAt();
        if (!isOfOurRecord(state, shown) || (knownAt != null && !writtenAt.isAfter(knownAt))) {
            return state;
        }
        View known = state.known();
        View echoed = echoed(state, shown);
        if (echoed != null) {
            return state.withShown(known != null && isAtOrBefore(echoed, known) ? known : echoed, writtenAt);
        }
        if (known == null || isBefore(known.version(), shown.version())) {
            // Somebody else told it, or we did in another life: ours goes above that.
            return carriesAVersion(shown) ? state.withShown(shown, writtenAt) : state;
        }
        OutboxState.Drift drift = state.drift();
        boolean isNew = drift == null || !drift.contentHash().equals(shown.contentHash());
        return known.contentIsKnown() && shown.contentIsKnown() && isNew
                ? state.withDrift(new OutboxState.Drift(writtenAt, shown.contentHash()))
                : state;
    }

    private static boolean isOfOurRecord(OutboxState state, View shown) {
        return ours(state).anyMatch(view -> isOfOneRecord(view, shown));
    }

    private static boolean isOfOneRecord(View one, View other) {
        return one.targetKey().equals(other.targetKey());
    }

    /**
     * The view that the record shows; null if it is none of ours. The record's version says which of two with the same content it
     * is; without one, or with that of an earlier epoch, it can only be told while nothing is in flight. A row that is the message itself shows its version alone.
     */
    private static @Nullable View echoed(OutboxState state, View shown) {
        return ours(state)
                .filter(view -> shown.contentIsKnown() ? shown.showsTheSameAs(view) : isOfOneRecord(view, shown))
                .filter(view -> (carriesAVersion(shown) && !isOfAnEarlierEpoch(shown, view))
                        ? view.version().equals(shown.version())
                        : state.inFlight() == null)
                .findFirst()
                .orElse(null);
    }

    /** What was told in an epoch before a rebuild, which counts its versions anew: its content alone says whether it is what we want. */
    private static boolean isOfAnEarlierEpoch(View shown, View view) {
        return shown.contentIsKnown()
                && shown.version().epoch() < view.version().epoch();
    }

    private static Stream<View> ours(OutboxState state) {
        return Stream.of(state.desired(), state.inFlight(), state.known()).filter(Objects::nonNull);
    }

    private static boolean carriesAVersion(View shown) {
        return isBefore(NO_VERSION, shown.version());
    }

    private static OutboxState drifted(OutboxState state) {
        View known = state.known();
        OutboxState.Drift drift = state.drift();
        return known == null || drift == null
                ? state
                : state.withKnownOverwritten(new View(known.version(), "", known.targetKey()), drift);
    }

    private static Decision send(OutboxState state) {
        View desired = state.desired();
        if (state.settled()) {
            OutboxState cured = state.withParked(null, null);
            return new Decision(cured, null, null, cured.confirmedUpTo());
        }
        View parked = state.parked();
        if (desired == null || state.inFlight() != null || (parked != null && parked.showsTheSameAs(desired))) {
            return new Decision(state, null, null, state.confirmedUpTo());
        }
        View floor = later(state.known(), parked);
        if (floor != null && !isBefore(floor.version(), desired.version())) {
            return new Decision(state, null, floor.version(), state.confirmedUpTo());
        }
        OutboxState sent = state.withInFlight(desired).withParked(null, null);
        return new Decision(sent, desired, null, sent.confirmedUpTo());
    }

    private static boolean isBeforeFlight(OutboxState state, View told) {
        View inFlight = state.inFlight();
        return inFlight != null && isBefore(told.version(), inFlight.version());
    }

    private static boolean isAtOrBefore(@Nullable View view, @Nullable View other) {
        return view != null && other != null && view.version().compareTo(other.version()) <= 0;
    }

    private static @Nullable View later(@Nullable View one, @Nullable View other) {
        return one == null || isAtOrBefore(one, other) ? other : one;
    }

    private static boolean isBefore(OrderVersion one, OrderVersion other) {
        return one.compareTo(other) < 0;
    }
}
