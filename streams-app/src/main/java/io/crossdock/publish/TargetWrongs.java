package io.crossdock.publish;

import io.crossdock.order.outbox.Effect;
import io.crossdock.order.outbox.OutboxState;
import io.crossdock.order.outbox.Told;
import io.crossdock.order.outbox.View;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is wrong with telling a target, in one sentence each: what, where, why, and what to do (R148). */
final class TargetWrongs {

    /** It refused to be told where the order stands. */
    static final String STATE_REFUSED = "STATE_REFUSED";

    /** It refused to do something; what it is to do later for the order waits. */
    static final String EFFECT_REFUSED = "EFFECT_REFUSED";

    /** Its own feed shows something else than it was told, and that is not put right. */
    static final String DRIFT = "DRIFT";

    /** The order cannot be said in the target's vocabulary. */
    static final String PAYLOAD_FAILED = "PAYLOAD_FAILED";

    private TargetWrongs() {}

    static void refused(Turn turn, OutboxState state) {
        View parked = state.parked();
        if (parked == null && state.inFlight() != null) {
            turn.isUndecided(STATE_REFUSED);
        }
        if (parked != null) {
            turn.isWrong(
                    STATE_REFUSED,
                    turn.target().name() + " has not taken version " + parked.version() + " of the order into record "
                            + parked.targetKey() + because(state.parkedDetail())
                            + " It is told again with the order's next change.");
        }
    }

    static void heldBack(Turn turn, Effect effect, Told told) {
        turn.isWrong(
                EFFECT_REFUSED,
                turn.target().name() + " has not done " + effect.key() + because(told.detail())
                        + " It is asked again when what it is asked for changes; until then it is asked nothing more for this order.");
    }

    static void drifted(Turn turn, OutboxState.Drift drift, String why) {
        turn.isWrong(
                DRIFT,
                turn.target().name() + " shows something else since " + drift.since() + " than it was told. " + why);
    }

    static void untranslatable(Turn turn, Untranslatable problem) {
        turn.isWrong(PAYLOAD_FAILED, Objects.requireNonNull(problem.getMessage()));
    }

    private static String because(@Nullable String detail) {
        return detail == null || detail.isBlank() ? "." : ": " + detail + (detail.endsWith(".") ? "" : ".");
    }
}
