package io.crossdock.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.codec.VersionCodec;
import io.crossdock.flow.Tracked;
import io.crossdock.flow.Wake;
import io.crossdock.order.outbox.Effects;
import io.crossdock.order.outbox.OutboxState;
import io.crossdock.order.outbox.Told;
import io.crossdock.order.outbox.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Carries what an order asks of a target through {@link Effects}. */
final class Asking {

    private final Outgoing outgoing;
    private final Conditions conditions;

    Asking(Outgoing outgoing, Conditions conditions) {
        this.outgoing = outgoing;
        this.conditions = conditions;
    }

    /**
     * Asks the target for the next thing, if one is due.
     *
     * @param state what the target knows of the order after this step
     * @return what is waiting now
     */
    Map<String, Waiting> ask(
            TargetSpec target,
            EffectMapping mapping,
            RecordKey record,
            Tracked.Order order,
            Supplier<JsonNode> json,
            OutboxState state,
            Map<String, Waiting> before,
            Record<String, Tracked> input,
            Instant now) {
        Map<String, Told> told = Told.of(order.feedback().asked(target.name()));
        List<String> done = told.entrySet().stream()
                .filter(entry -> entry.getValue().fate() == Told.Fate.DONE)
                .map(Map.Entry::getKey)
                .toList();
        List<Wanted> wanted = mapping.wanted(json.get(), done);
        if (wanted.stream().allMatch(one -> isFinal(told.get(one.effect().key())))) {
            // As in most steps of an order's life: nothing is left to be asked for, whatever the conditions are.
            return Map.of();
        }
        Conditions.Gate gate = conditions.of(target, order.status(), now);
        Effects.Step step = Effects.step(
                wanted.stream().map(Wanted::effect).toList(),
                told,
                before,
                VersionCodec.fromAvro(order.status().getVersion()),
                new Effects.Gate(
                        now,
                        target.live() && gate.open(),
                        target.settle(),
                        gate.completeTo(),
                        state.desired() != null,
                        state.confirmedUpTo()));
        if (step.toSend() != null) {
            wanted.stream()
                    .filter(one -> one.effect().equals(step.toSend()))
                    .findFirst()
                    .ifPresent(one -> outgoing.ask(target, order, record, one, input));
        }
        if (step.lookAgain() != null) {
            order.place().wakeAt(step.lookAgain(), Wake.TELL);
        } else if (!gate.open() && !step.waiting().isEmpty()) {
            order.place().wakeAt(gate.lookAgain(), Wake.TELL);
        }
        return step.waiting();
    }

    private static boolean isFinal(@Nullable Told told) {
        return told != null && told.isFinal();
    }
}
