package io.crossdock.connect.loop;

import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.fact.Statement.Receipt;
import io.crossdock.order.outbox.Behind;
import io.crossdock.order.outbox.Decision;
import io.crossdock.order.outbox.Effect;
import io.crossdock.order.outbox.Effects;
import io.crossdock.order.outbox.Input;
import io.crossdock.order.outbox.Mode;
import io.crossdock.order.outbox.Outbox;
import io.crossdock.order.outbox.OutboxState;
import io.crossdock.order.outbox.Told;
import io.crossdock.order.outbox.View;
import io.crossdock.order.outbox.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Carries an order through the outbox of each target, as the application does: hear, tell, put right, ask. */
final class Telling {

    /** The record of the order in every target. */
    static final String RECORD = "erp:SO-1";

    private final Rules rules;
    private final Identifier self;
    private final Instant now;
    private final List<Fact> toKeep;
    private final List<Transaction.Out> messages = new ArrayList<>();
    private final List<String> repairs = new ArrayList<>();

    Telling(Rules rules, Identifier self, Instant now, List<Fact> toKeep) {
        this.rules = rules;
        this.self = self;
        this.now = now;
        this.toKeep = toKeep;
    }

    List<Transaction.Out> messages() {
        return messages;
    }

    List<String> repairs() {
        return repairs;
    }

    /** The cell after a target has been heard, told and asked. */
    Cell serve(Cell before, String target, Reading reading, Content content, OrderVersion version) {
        Cell.Entry entry = before.entry(target);
        OutboxState heard = hear(entry.state(), target, reading);
        Cell cell = before;
        Decision decision = Outbox.decide(heard, new Input.Desired(new View(version, content.hash(), RECORD)));
        OutboxState state = decision.state();
        View toSend = decision.toSend();
        if (toSend != null) {
            send(target, "STATE", toSend.version(), toSend.contentHash(), target + "|" + RECORD + "|" + version, null);
            state = rules.flaw() == Flaw.SEVERAL_ARE_IN_FLIGHT ? withoutFlight(state) : state;
        } else if (state.settled() && state.drift() != null && rules.flaw() != Flaw.DRIFT_IS_IGNORED) {
            Instant due = state.drift().since().plus(rules.grace());
            cell = due.isAfter(now) ? cell.wakingAt(due) : cell;
            if (state.isToBeRepaired(now, rules.grace())) {
                cell = cell.wakingAt(now);
                View known = Objects.requireNonNull(state.known());
                toKeep.add(SimulatedFacts.overwritten(self, target, known.targetKey(), known.version()));
                repairs.add(target);
                state = Outbox.take(state, new Input.Drifted());
            }
        }
        if (decision.bumpAbove() != null && rules.flaw() != Flaw.SHOWN_VERSIONS_RAISE_NOTHING) {
            // Found by its feed instead of by a receipt: stated like one, so that the next look gives a version above
            // it.
            toKeep.add(SimulatedFacts.overwritten(self, target, RECORD, decision.bumpAbove()));
            cell = cell.wakingAt(now);
        }
        return ask(cell, target, reading, content, version, state, entry.waiting());
    }

    private OutboxState hear(OutboxState before, String target, Reading reading) {
        OutboxState state = before;
        for (Map.Entry<Identifier, List<Receipt>> sender : reading.receipts().entrySet()) {
            for (Receipt receipt : sender.getValue()) {
                if (receipt.target().equals(target) && receipt.effect() == null) {
                    boolean ours = sender.getKey().equals(self);
                    state = Outbox.take(
                            state, ours ? new Input.Answered(receipt) : new Input.HandedOver(List.of(receipt)));
                    state = rules.flaw() == Flaw.REFUSED_IS_SENT_AGAIN ? withoutParked(state) : state;
                }
            }
        }
        Input.Shown shown = reading.shown(target);
        return shown == null ? state : Outbox.take(state, shown);
    }

    private Cell ask(
            Cell cell,
            String target,
            Reading reading,
            Content content,
            OrderVersion version,
            OutboxState state,
            Map<String, Waiting> before) {
        Map<String, Told> told = Told.of(reading.asked(target));
        Map<String, Waiting> waiting = before;
        boolean more = true;
        while (more) {
            Effects.Step step = Effects.step(
                    wanted(content),
                    told,
                    waiting,
                    version,
                    effect -> now,
                    new Effects.Gate(
                            now, Mode.LIVE, true, rules.settle(), null, Behind.NOTHING, true, state.confirmedUpTo()));
            waiting = step.waiting();
            Effect effect = step.toSend();
            if (effect != null) {
                send(target, "EFFECT", version, effect.contentHash(), target + "|" + effect.key(), effect);
            }
            if (step.lookAgain() != null) {
                cell = cell.wakingAt(step.lookAgain());
            }
            more = effect != null && rules.flaw() == Flaw.EFFECTS_ARE_SENT_TOGETHER;
            if (more) {
                told = new HashMap<>(told);
                told.put(
                        Objects.requireNonNull(effect).key(),
                        new Told(Told.Fate.DONE, version, effect.contentHash(), null));
            }
        }
        return cell.with(target, new Cell.Entry(state, waiting));
    }

    private List<Effect> wanted(Content content) {
        List<Effect> wanted = new ArrayList<>();
        String namedBy = rules.flaw() == Flaw.EFFECTS_ARE_NAMED_BY_THE_SENDER ? self.type() + "-" : "S-";
        for (int effect = 1; effect <= content.effects(); effect++) {
            wanted.add(Effect.of("letter", namedBy + effect, "shipped", content.effectHash(effect)));
        }
        return wanted;
    }

    private void send(
            String target,
            String kind,
            OrderVersion version,
            String contentHash,
            String idempotencyKey,
            @Nullable Effect effect) {
        toKeep.add(SimulatedFacts.inFlight(
                self,
                new Receipt(
                        target,
                        RECORD,
                        version,
                        contentHash,
                        Receipt.Outcome.IN_FLIGHT,
                        null,
                        null,
                        null,
                        effect == null ? null : effect.key())));
        Map<String, Object> message = new HashMap<>();
        message.put("kind", kind);
        message.put("target", target);
        message.put("targetKey", RECORD);
        message.put("externalId", true);
        message.put("object", effect == null ? "orders" : "letters");
        message.put("sender", self.toString());
        message.put("orderId", "ord_1");
        message.put("version", Map.of("epoch", version.epoch(), "seq", version.seq()));
        message.put("contentHash", contentHash);
        message.put("idempotencyKey", idempotencyKey);
        message.put("payload", effect == null ? contentHash : contentHash.replaceAll("-[^-]*$", ""));
        if (effect != null) {
            message.put("effect", effect.name());
        }
        messages.add(new Transaction.Out(target, Map.copyOf(message)));
    }

    private static OutboxState withoutFlight(OutboxState state) {
        return new OutboxState(
                state.desired(),
                null,
                state.known(),
                state.knownAt(),
                state.drift(),
                state.repaired(),
                state.parked(),
                state.parkedDetail());
    }

    private static OutboxState withoutParked(OutboxState state) {
        return new OutboxState(
                state.desired(),
                state.inFlight(),
                state.known(),
                state.knownAt(),
                state.drift(),
                state.repaired(),
                null,
                null);
    }
}
