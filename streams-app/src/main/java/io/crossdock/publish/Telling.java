package io.crossdock.publish;

import io.crossdock.codec.ReceiptFacts;
import io.crossdock.codec.VersionCodec;
import io.crossdock.contract.HistoryEntry;
import io.crossdock.flow.Wake;
import io.crossdock.observe.LagRecorder;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.outbox.Decision;
import io.crossdock.order.outbox.Input;
import io.crossdock.order.outbox.Outbox;
import io.crossdock.order.outbox.OutboxState;
import io.crossdock.order.outbox.View;
import io.crossdock.systems.Manner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Carries what a target should know of an order, what it answers and what it shows through {@link Outbox}. */
final class Telling {

    private final Outgoing outgoing;
    private final Stamps stamps;
    private final LagRecorder lag;

    Telling(Outgoing outgoing, Stamps stamps, LagRecorder lag) {
        this.outgoing = outgoing;
        this.stamps = stamps;
        this.lag = lag;
    }

    /** Takes the answers of this step, whichever mailbox they were for, and what the target's own feed shows. */
    OutboxState hear(Turn turn, OutboxState before) {
        String target = turn.target().name();
        OutboxState state = before;
        for (Map.Entry<Identifier, List<Statement.Receipt>> sender :
                turn.order().receipts().entrySet()) {
            for (Statement.Receipt receipt : sender.getValue()) {
                if (receipt.target().equals(target)) {
                    HistoryEntry answered =
                            SyncEntries.answered(receipt, turn.order().status(), turn.now());
                    if (answered != null) {
                        turn.order().journal().accept(answered);
                    }
                    if (receipt.effect() == null) {
                        boolean ours = sender.getKey().equals(turn.self());
                        state = Outbox.take(
                                state, ours ? new Input.Answered(receipt) : new Input.HandedOver(List.of(receipt)));
                    }
                    stamps.settle(turn.self(), receipt, turn.cause());
                }
            }
        }
        for (Input.Shown shown : turn.order().feedback().shown(target)) {
            state = Outbox.take(state, shown);
        }
        Duration behind = turn.order().feedback().behind(target);
        if (behind != null) {
            lag.ownFeed(target, behind);
        }
        return state;
    }

    /** Tells the target where the order stands, if it does not know and may be told. */
    OutboxState tell(Turn turn, StateMapping mapping, RecordKey record, OutboxState heard) {
        View before = heard.desired();
        if (before == null && turn.order().unheard().contains(turn.target().name())) {
            // It has a record of the order that we have not heard yet.
            return heard;
        }
        // Worked out once for each version: most steps bring an answer only.
        boolean stands = isOfThisVersion(turn, record, before);
        TargetView worked = stands ? null : wanted(turn, mapping, record);
        View view = stands ? before : viewOf(worked);
        if (view == null) {
            nothingToTell(turn, heard);
            return heard;
        }
        OutboxState wanting = Outbox.take(heard, new Input.Desired(view));
        if (!view.equals(before)) {
            // What it shows may be just that: somebody else knew sooner.
            for (Input.Shown shown : turn.order().feedback().shown(turn.target().name())) {
                wanting = Outbox.take(wanting, shown);
            }
        }
        Decision decision = Outbox.decide(wanting, new Input.Desired(view));
        if (decision.toSend() != null && !turn.target().live()) {
            // Observed only: what it should know is kept, and nothing is on its way.
            return wanting;
        }
        OutboxState state = decision.state();
        if (decision.bumpAbove() != null && turn.target().live()) {
            // Its own feed shows a version above ours: somebody else told it, or we did in another life.
            goAbove(turn, view.targetKey(), decision.bumpAbove());
        }
        if (decision.toSend() != null) {
            outgoing.tell(
                    turn,
                    mapping.object(),
                    worked == null ? Objects.requireNonNull(wanted(turn, mapping, record)) : worked);
        } else if (state.settled()) {
            stamps.unchanged(turn.self(), turn.target().name(), state.knownAt(), turn.cause());
            state = turn.target().live() ? afterDrift(turn, state) : state;
        }
        TargetWrongs.refused(turn, state);
        return state;
    }

    /** The order has no name there yet: what is reached waits for one, unless the target would not be told of it anyway. */
    void await(Turn turn, StateMapping mapping, OutboxState heard) {
        if (mapping.body().apply(turn.json().get()) == null) {
            nothingToTell(turn, heard);
        }
    }

    /** What was reached is nothing this target is told of; nothing will go out that an answer could end it with. */
    private void nothingToTell(Turn turn, OutboxState heard) {
        if (heard.inFlight() == null && (heard.desired() == null || heard.settled())) {
            stamps.unchanged(turn.self(), turn.target().name(), null, turn.cause());
        }
    }

    /** Overwritten in the target: its version is spent, and the next one tells it again what it should show. Else it is told. */
    private OutboxState afterDrift(Turn turn, OutboxState state) {
        OutboxState.Drift drift = state.drift();
        View known = state.known();
        if (drift == null || known == null) {
            return state;
        }
        Duration grace = grace(turn.target());
        Instant due = drift.since().plus(grace);
        if (due.isAfter(turn.now())) {
            turn.order().place().wakeAt(due, Wake.TELL);
            return state;
        }
        if (turn.target().manner().drift() == Manner.Drift.REPORT) {
            TargetWrongs.drifted(turn, drift, "Its file says that this is reported, not put right.");
            return state;
        }
        if (!state.isToBeRepaired(turn.now(), grace)) {
            TargetWrongs.drifted(turn, drift, "Telling it again led to the same: it changes what it is told.");
            return state;
        }
        goAbove(turn, known.targetKey(), known.version());
        turn.order()
                .journal()
                .accept(SyncEntries.overwritten(
                        turn.target().name(), turn.order().status(), turn.now()));
        return Outbox.take(state, new Input.Drifted());
    }

    /** That version is spent: the order's goes on above it, at once, and is told then. */
    private static void goAbove(Turn turn, String targetKey, OrderVersion spent) {
        turn.order()
                .place()
                .keep(ReceiptFacts.overwritten(turn.self(), turn.target().name(), targetKey, spent, turn.now()));
        turn.order().place().wakeAt(turn.now(), Wake.TELL);
    }

    /** No shorter than its own feed is behind: what it shows may be older than what it was told. */
    private Duration grace(TargetSpec target) {
        Duration behind = lag.ownFeed(target.name());
        Duration grace = target.manner().grace();
        return behind.compareTo(grace) > 0 ? behind : grace;
    }

    private static boolean isOfThisVersion(Turn turn, RecordKey record, @Nullable View view) {
        return view != null
                && view.targetKey().equals(record.key())
                && view.version()
                        .equals(VersionCodec.fromAvro(turn.order().status().getVersion()));
    }

    private static @Nullable View viewOf(@Nullable TargetView worked) {
        return worked == null ? null : worked.view();
    }

    private static @Nullable TargetView wanted(Turn turn, StateMapping mapping, RecordKey record) {
        return TargetView.of(mapping, turn.order().status(), record, turn.json().get());
    }
}
