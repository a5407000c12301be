package io.crossdock.publish;

import io.crossdock.codec.VersionCodec;
import io.crossdock.flow.Recent;
import io.crossdock.flow.Room;
import io.crossdock.flow.Wake;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.outbox.Effect;
import io.crossdock.order.outbox.Effects;
import io.crossdock.order.outbox.OutboxState;
import io.crossdock.order.outbox.Told;
import io.crossdock.order.outbox.Waiting;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Carries what an order asks of a target through {@link Effects}. */
final class Asking {

    /** What is kept of a target, and of each effect it was asked for, about. */
    private static final long BYTES_A_TARGET = 400;

    private static final long BYTES_AN_EFFECT = 500;

    private final Outgoing outgoing;
    private final Conditions conditions;
    private final EffectStamps stamps;
    private final Recent<Map<String, Quiet>> quiet;

    /** Nothing waited when this version stood, and all that had been asked for was over. */
    private record Quiet(OrderVersion version, Map<String, Told> told) {}

    Asking(Outgoing outgoing, Conditions conditions, EffectStamps stamps, Room room) {
        this.outgoing = outgoing;
        this.conditions = conditions;
        this.stamps = stamps;
        this.quiet = new Recent<>(room);
    }

    /** The order is tracked elsewhere from now on. */
    void leave(Identifier self) {
        quiet.remove(self);
    }

    /** The task ends. */
    void close() {
        quiet.close();
    }

    /**
     * Asks the target for the next thing, if one is due.
     *
     * @param state what the target knows of the order after this step
     * @return what is waiting now
     */
    Map<String, Waiting> ask(
            Turn turn, EffectMapping mapping, RecordKey record, OutboxState state, Map<String, Waiting> before) {
        OrderVersion version = VersionCodec.fromAvro(turn.order().status().getVersion());
        Map<String, Told> told =
                Told.of(turn.order().feedback().asked(turn.target().name()));
        Quiet stands = new Quiet(version, told);
        if (isQuiet(turn, stands)) {
            // As in most steps: only an answer came, or a row that changes nothing. It would come to the same.
            return Map.of();
        }
        List<Wanted> wanted =
                mapping.wanted(turn.json().get(), done(told), turn.live().get());
        stamps.look(turn, wanted, told);
        Map<String, Waiting> waiting =
                wanted.stream().allMatch(one -> isFinal(told.get(one.effect().key())))
                        ? Map.of()
                        : step(turn, record, state, version, wanted, told, before);
        if (waiting.isEmpty() && told.values().stream().allMatch(Told::isFinal)) {
            keepQuiet(turn, stands);
        }
        return waiting;
    }

    private Map<String, Waiting> step(
            Turn turn,
            RecordKey record,
            OutboxState state,
            OrderVersion version,
            List<Wanted> wanted,
            Map<String, Told> told,
            Map<String, Waiting> before) {
        TargetSpec target = turn.target();
        Conditions.Gate gate = conditions.of(target, turn.order().status(), turn.now());
        Effects.Step step = Effects.step(
                wanted.stream().map(Wanted::effect).toList(),
                told,
                before,
                version,
                effect -> landed(turn, wanted, effect),
                new Effects.Gate(
                        turn.now(),
                        target.mode(),
                        gate.open(),
                        target.manner().settle(),
                        gate.completeTo(),
                        turn.order().place().behind(),
                        state.desired() != null,
                        state.confirmedUpTo()));
        if (step.toSend() != null) {
            wanted.stream()
                    .filter(one -> one.effect().equals(step.toSend()))
                    .findFirst()
                    .ifPresent(one -> outgoing.ask(turn, record, one));
        }
        step.left().forEach(effect -> outgoing.leave(turn, record, effect));
        if (step.heldBackBy() != null) {
            TargetWrongs.heldBack(
                    turn,
                    step.heldBackBy(),
                    Objects.requireNonNull(told.get(step.heldBackBy().key())));
        }
        if (told.values().stream().anyMatch(one -> one.fate() == Told.Fate.IN_FLIGHT)) {
            turn.isUndecided(TargetWrongs.EFFECT_REFUSED);
        }
        if (step.lookAgain() != null) {
            turn.order().place().wakeAt(step.lookAgain(), Wake.TELL);
        } else if (!gate.open() && !step.waiting().isEmpty()) {
            turn.order().place().wakeAt(gate.lookAgain(), Wake.TELL);
        }
        return step.waiting();
    }

    private static Instant landed(Turn turn, List<Wanted> wanted, Effect effect) {
        return Effects.landed(
                Instant.ofEpochMilli(turn.cause().timestamp()),
                wanted.stream()
                        .filter(one -> one.effect().equals(effect))
                        .flatMap(one -> turn.milestone(one.after()).stream())
                        .map(stamp -> stamp.reached().landedAt())
                        .findFirst()
                        .orElse(null));
    }

    private boolean isQuiet(Turn turn, Quiet stands) {
        Map<String, Quiet> known = quiet.get(turn.self());
        return known != null && stands.equals(known.get(turn.target().name()));
    }

    private void keepQuiet(Turn turn, Quiet stands) {
        Map<String, Quiet> known = Objects.requireNonNullElseGet(quiet.get(turn.self()), HashMap::new);
        known.put(turn.target().name(), stands);
        long told =
                known.values().stream().mapToLong(each -> each.told().size()).sum();
        quiet.put(turn.self(), known, known.size() * BYTES_A_TARGET + told * BYTES_AN_EFFECT);
    }

    private static List<String> done(Map<String, Told> told) {
        return told.entrySet().stream()
                .filter(entry -> entry.getValue().isOver())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isFinal(@Nullable Told told) {
        return told != null && told.isFinal();
    }
}
