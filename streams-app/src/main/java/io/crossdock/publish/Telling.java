package io.crossdock.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.codec.ReceiptFacts;
import io.crossdock.contract.HistoryEntry;
import io.crossdock.flow.Tracked;
import io.crossdock.flow.Wake;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.outbox.Decision;
import io.crossdock.order.outbox.Input;
import io.crossdock.order.outbox.Outbox;
import io.crossdock.order.outbox.OutboxState;
import io.crossdock.order.outbox.View;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Carries what a target should know of an order, what it answers and what it shows through {@link Outbox}. */
final class Telling {

    private final Outgoing outgoing;
    private final Stamps stamps;

    Telling(Outgoing outgoing, Stamps stamps) {
        this.outgoing = outgoing;
        this.stamps = stamps;
    }

    /** Takes the answers of this step, whichever mailbox they were for. */
    OutboxState hear(
            TargetSpec target, Tracked.Order order, OutboxState before, Record<String, Tracked> input, Instant now) {
        OutboxState state = before;
        for (Map.Entry<Identifier, List<Statement.Receipt>> sender :
                order.receipts().entrySet()) {
            for (Statement.Receipt receipt : sender.getValue()) {
                if (receipt.target().equals(target.name())) {
                    HistoryEntry answered = SyncEntries.answered(receipt, order.status(), now);
                    if (answered != null) {
                        order.journal().accept(answered);
                    }
                    if (receipt.effect() == null) {
                        boolean ours = sender.getKey().equals(order.self());
                        state = Outbox.take(
                                state, ours ? new Input.Answered(receipt) : new Input.HandedOver(List.of(receipt)));
                        stamps.settle(order.self(), receipt, input);
                    }
                }
            }
        }
        for (Input.Shown shown : order.feedback().shown(target.name())) {
            state = Outbox.take(state, shown);
        }
        return state;
    }

    /** Tells the target where the order stands, if it does not know and may be told. */
    OutboxState tell(
            TargetSpec target,
            StateMapping mapping,
            RecordKey record,
            Tracked.Order order,
            Supplier<JsonNode> json,
            OutboxState heard,
            Record<String, Tracked> input,
            Instant now) {
        TargetView wanted = wanted(target, mapping, record, order, heard, json);
        if (wanted == null) {
            return heard;
        }
        Input desired = new Input.Desired(wanted.view());
        Decision decision = Outbox.decide(heard, desired);
        View toSend = decision.toSend();
        if (toSend != null && !target.live()) {
            // Observed only: what it should know is kept, and nothing is on its way.
            return Outbox.take(heard, desired);
        }
        OutboxState state = decision.state();
        if (toSend != null) {
            outgoing.tell(target, mapping.object(), order, wanted, input);
        } else if (state.settled()) {
            stamps.unchanged(order.self(), target.name(), input);
            return target.live() ? repaired(target, order, state, now) : state;
        }
        return state;
    }

    /** Overwritten in the target: its version is spent, and the next one tells it again what it should show. */
    private static OutboxState repaired(TargetSpec target, Tracked.Order order, OutboxState state, Instant now) {
        OutboxState.Drift drift = state.drift();
        View known = state.known();
        if (drift == null || known == null) {
            return state;
        }
        if (!state.isToBeRepaired(now, target.grace())) {
            Instant due = drift.since().plus(target.grace());
            if (due.isAfter(now)) {
                order.place().wakeAt(due, Wake.TELL);
            }
            return state;
        }
        order.place()
                .keep(ReceiptFacts.overwritten(order.self(), target.name(), known.targetKey(), known.version(), now));
        order.journal().accept(SyncEntries.overwritten(target.name(), order.status(), now));
        order.place().wakeAt(now, Wake.TELL);
        return Outbox.take(state, new Input.Drifted());
    }

    /** What the target should hold; null while it has a record of the order that we have not heard and was told nothing yet. */
    private static @Nullable TargetView wanted(
            TargetSpec target,
            StateMapping mapping,
            RecordKey record,
            Tracked.Order order,
            OutboxState state,
            Supplier<JsonNode> json) {
        boolean unheard = order.unheard().contains(target.name()) && state.desired() == null;
        return unheard ? null : TargetView.of(mapping, order.status(), record, json.get());
    }
}
