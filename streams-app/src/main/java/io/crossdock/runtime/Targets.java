package io.crossdock.runtime;

import io.crossdock.codec.ViewHash;
import io.crossdock.normalize.EffectMapping;
import io.crossdock.normalize.PayloadMapping;
import io.crossdock.order.outbox.Effect;
import io.crossdock.publish.StateMapping;
import io.crossdock.publish.TargetSpec;
import io.crossdock.publish.Wanted;
import io.crossdock.systems.Connection;
import io.crossdock.systems.Systems;
import io.crossdock.systems.Target;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is told, by the files of the systems. */
final class Targets {

    /** Longer than a source takes to write one transaction out, shorter than anybody notices. */
    private static final Duration SETTLE = Duration.ofSeconds(1);

    /** Longer than a target's own feed is behind. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private Targets() {}

    static List<TargetSpec> of(Systems systems) {
        Set<String> erps = systems.connections().stream()
                .filter(connection -> connection.role().equals("erp"))
                .map(Connection::name)
                .collect(Collectors.toSet());
        return systems.targets().stream()
                .map(target -> new TargetSpec(
                        target.name(),
                        target.target() == Target.LIVE,
                        state(target),
                        effects(target),
                        target.pause(),
                        SETTLE,
                        GRACE,
                        erps))
                .toList();
    }

    private static @Nullable StateMapping state(Connection target) {
        PayloadMapping mapping = PayloadMapping.of(target);
        return mapping == null ? null : new StateMapping(target.system().stateObject(), mapping::body);
    }

    private static io.crossdock.publish.@Nullable EffectMapping effects(Connection target) {
        EffectMapping mapping = EffectMapping.of(target);
        return mapping == null
                ? null
                : (order, done) ->
                        mapping.asked(order, done).stream().map(Targets::wanted).toList();
    }

    private static Wanted wanted(EffectMapping.Asked asked) {
        Effect effect = Effect.of(asked.effect(), asked.subject(), asked.milestone(), ViewHash.of(asked.payload()));
        return new Wanted(effect, asked.object(), asked.payload().toString());
    }
}
