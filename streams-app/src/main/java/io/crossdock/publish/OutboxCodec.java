package io.crossdock.publish;

import io.crossdock.codec.VersionCodec;
import io.crossdock.contract.OutboxDrift;
import io.crossdock.contract.OutboxEntry;
import io.crossdock.contract.OutboxView;
import io.crossdock.contract.WaitingEffect;
import io.crossdock.order.outbox.OutboxState;
import io.crossdock.order.outbox.View;
import io.crossdock.order.outbox.Waiting;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is kept of a target, from the rules' records to the bytes of the store and back. */
final class OutboxCodec {

    private OutboxCodec() {}

    static TargetEntry fromAvro(OutboxEntry entry) {
        Map<String, Waiting> waiting = new HashMap<>();
        entry.getWaiting()
                .forEach((key, effect) -> waiting.put(
                        key,
                        new Waiting(
                                effect.getSince(),
                                VersionCodec.fromAvro(effect.getVersion()),
                                effect.getContentHash())));
        return new TargetEntry(
                new OutboxState(
                        view(entry.getDesired()),
                        view(entry.getInFlight()),
                        view(entry.getKnown()),
                        entry.getKnownAt(),
                        entry.getDrift() == null
                                ? null
                                : new OutboxState.Drift(
                                        entry.getDrift().getSince(),
                                        entry.getDrift().getContentHash()),
                        entry.getRepaired(),
                        view(entry.getParked()),
                        entry.getParkedDetail()),
                waiting);
    }

    static OutboxEntry toAvro(TargetEntry entry) {
        OutboxState state = entry.state();
        Map<String, WaitingEffect> waiting = new TreeMap<>();
        entry.waiting()
                .forEach((key, effect) -> waiting.put(
                        key,
                        new WaitingEffect(
                                effect.since(), VersionCodec.toAvro(effect.version()), effect.contentHash())));
        return OutboxEntry.newBuilder()
                .setDesired(view(state.desired()))
                .setInFlight(view(state.inFlight()))
                .setKnown(view(state.known()))
                .setKnownAt(state.knownAt())
                .setDrift(
                        state.drift() == null
                                ? null
                                : new OutboxDrift(
                                        state.drift().since(), state.drift().contentHash()))
                .setRepaired(state.repaired())
                .setParked(view(state.parked()))
                .setParkedDetail(state.parkedDetail())
                .setWaiting(waiting)
                .build();
    }

    private static @Nullable View view(@Nullable OutboxView view) {
        return view == null
                ? null
                : new View(VersionCodec.fromAvro(view.getVersion()), view.getContentHash(), view.getTargetKey());
    }

    private static @Nullable OutboxView view(@Nullable View view) {
        return view == null
                ? null
                : new OutboxView(VersionCodec.toAvro(view.version()), view.contentHash(), view.targetKey());
    }
}
