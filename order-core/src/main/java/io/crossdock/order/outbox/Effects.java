package io.crossdock.order.outbox;

import io.crossdock.order.fact.OrderVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which effect of an order a target is asked for next: one at a time, in their order, each until it is done. A refused one holds
 * back those after it until its content changes; one that no longer applies is withdrawn if it has not been sent.
 *
 * <p>What was sent and what became of it stands in the receipts, which go wherever the order goes. So a merge, a hand-over or a
 * restart asks for nothing a second time.
 */
public final class Effects {

    /** So many times the settle time an effect waits at most for who is behind: however long a backlog is, it is asked for. */
    private static final int LONGEST = 10;

    private Effects() {}

    /**
     * What else decides whether one may be asked for now.
     *
     * @param now the time of this step
     * @param mode whether the target is told and asked at all
     * @param open false while the target is paused
     * @param settle how long an effect waits for the rest of what its source wrote with it
     * @param completeTo everything that the order's sources wrote before has landed; null if that is not known
     * @param behind how far who reads it is behind what has landed
     * @param states true if the target is told the order's state too: it is asked for nothing that it cannot know
     * @param confirmedUpTo the version of the state it is known to hold; null if none
     */
    public record Gate(
            Instant now,
            Mode mode,
            boolean open,
            Duration settle,
            @Nullable Instant completeTo,
            Behind behind,
            boolean states,
            @Nullable OrderVersion confirmedUpTo) {

        private boolean lets() {
            return mode.live() && open;
        }

        private boolean isRipe(Waiting waiting) {
            return !dueAt(waiting).isAfter(now) || (completeTo != null && completeTo.isAfter(from(waiting)));
        }

        private Instant dueAt(Waiting waiting) {
            return from(waiting).plus(settle);
        }

        private Instant from(Waiting waiting) {
            return behind.from(waiting.since(), settle.multipliedBy(LONGEST));
        }

        private boolean isKnown(Waiting waiting) {
            return !states || (confirmedUpTo != null && confirmedUpTo.compareTo(waiting.version()) >= 0);
        }
    }

    /**
     * What a step comes to.
     *
     * @param waiting what is wanted and not sent, by key
     * @param toSend what to ask for now; null if nothing
     * @param lookAgain when time alone may let something be sent; null if it cannot
     * @param heldBackBy the refused effect that holds the others back; null if none does
     * @param left what somebody else did before the target went live: to be remembered, because it travels with a hand-over
     */
    public record Step(
            Map<String, Waiting> waiting,
            @Nullable Effect toSend,
            @Nullable Instant lookAgain,
            @Nullable Effect heldBackBy,
            List<Effect> left) {

        public Step {
            waiting = Map.copyOf(waiting);
            left = List.copyOf(left);
        }

        private static Step waits(Map<String, Waiting> waiting, List<Effect> left) {
            return new Step(waiting, null, null, null, left);
        }
    }

    /**
     * Decides what is asked for next.
     *
     * @param wanted what the order asks of the target as it stands, in order
     * @param told what became of what was asked before, by key
     * @param before what was waiting after the last step, by key
     * @param version version of the status that stands
     * @param landed when that was here of which something is wanted now: it is old if it only waited to be worked off
     */
    public static Step step(
            List<Effect> wanted,
            Map<String, Told> told,
            Map<String, Waiting> before,
            OrderVersion version,
            Function<Effect, Instant> landed,
            Gate gate) {
        Map<String, Waiting> waiting = new HashMap<>();
        List<Effect> left = new ArrayList<>();
        Effect next = null;
        for (Effect effect : wanted) {
            Told fate = told.get(effect.key());
            Waiting known = before.get(effect.key());
            Waiting first = known == null ? new Waiting(landed.apply(effect), version, effect.contentHash()) : known;
            if (fate == null && gate.mode().leaves(first.since())) {
                // It waits until that is known for good: forgotten earlier, it would be wanted anew.
                left.add(effect);
                waiting.put(effect.key(), first);
                continue;
            }
            if (fate == null || fate.isCuredBy(effect, version)) {
                waiting.put(effect.key(), waitingFor(effect, known, version, gate));
            }
            next = next == null && (fate == null || !fate.isFinal()) ? effect : next;
        }
        boolean flying = told.values().stream().anyMatch(fate -> fate.fate() == Told.Fate.IN_FLIGHT);
        Waiting due = next == null ? null : waiting.get(next.key());
        if (next != null && !flying && due == null) {
            return new Step(waiting, null, null, next, left);
        }
        if (next == null || due == null || flying || !gate.lets() || !gate.isKnown(due)) {
            return Step.waits(waiting, left);
        }
        if (!gate.isRipe(due)) {
            return new Step(waiting, null, gate.dueAt(due), null, left);
        }
        waiting.remove(next.key());
        return new Step(waiting, next, null, null, left);
    }

    /**
     * When that was here of which something is wanted (R180): both must be, so the later.
     *
     * @param cause when what brought the step about landed
     * @param reached when the milestone landed that it follows from; null if it follows from none
     */
    public static Instant landed(Instant cause, @Nullable Instant reached) {
        return reached != null && reached.isAfter(cause) ? reached : cause;
    }

    /** While a target is only observed it was first wanted when it was, whatever it says by now. */
    private static Waiting waitingFor(Effect effect, @Nullable Waiting before, OrderVersion version, Gate gate) {
        if (before != null && before.contentHash().equals(effect.contentHash())) {
            return before;
        }
        Instant since = before == null || gate.mode().live() ? gate.now() : before.since();
        return new Waiting(since, version, effect.contentHash());
    }
}
