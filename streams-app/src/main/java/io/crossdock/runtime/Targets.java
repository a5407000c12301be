package io.crossdock.runtime;

import com.schibsted.spt.data.jslt.JsltException;
import io.crossdock.codec.ViewHash;
import io.crossdock.normalize.EffectMapping;
import io.crossdock.normalize.PayloadMapping;
import io.crossdock.order.outbox.Effect;
import io.crossdock.order.outbox.Mode;
import io.crossdock.publish.StateMapping;
import io.crossdock.publish.TargetSpec;
import io.crossdock.publish.Untranslatable;
import io.crossdock.publish.Wanted;
import io.crossdock.systems.Connection;
import io.crossdock.systems.InvalidSystemsException;
import io.crossdock.systems.Systems;
import io.crossdock.systems.Target;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is told, by the files of the systems. */
final class Targets {

    private Targets() {}

    /** In an epoch that is rebuilt every target is muted until somebody switches it. */
    static List<TargetSpec> of(Systems systems, boolean muted) {
        Set<String> erps = systems.connections().stream()
                .filter(connection -> connection.role().equals("erp"))
                .map(Connection::name)
                .collect(Collectors.toSet());
        return systems.targets().stream()
                .map(target -> new TargetSpec(
                        target.name(),
                        target.target() == Target.LIVE && !muted ? Mode.LIVE : Mode.OBSERVE,
                        state(target),
                        effects(target),
                        target.pause(),
                        target.manner(),
                        erps))
                .toList();
    }

    private static @Nullable StateMapping state(Connection target) {
        PayloadMapping mapping = PayloadMapping.of(target);
        return mapping == null
                ? null
                : new StateMapping(
                        target.system().stateObject(),
                        order -> said(target, "order-status", () -> mapping.body(order)));
    }

    private static io.crossdock.publish.@Nullable EffectMapping effects(Connection target) {
        EffectMapping mapping = EffectMapping.of(target);
        return mapping == null
                ? null
                : (order, done, live) -> said(
                        target,
                        "effects",
                        () -> mapping.asked(order, done, live).stream()
                                .map(Targets::wanted)
                                .toList());
    }

    /** A file that fails for one order concerns that order: nobody else waits for it. */
    private static <T extends @Nullable Object> T said(Connection target, String payload, Supplier<T> mapping) {
        try {
            return mapping.get();
        } catch (JsltException | InvalidSystemsException | IllegalArgumentException e) {
            throw new Untranslatable(
                    "The order cannot be said to " + target.name() + ": payloads/" + payload + ".jslt of system "
                            + target.system().name() + " fails: " + e.getMessage()
                            + " Nothing newer is told until the file can say it or the order changes; mend the file and restart.",
                    e);
        }
    }

    private static Wanted wanted(EffectMapping.Asked asked) {
        Effect effect = Effect.of(asked.effect(), asked.subject(), asked.milestone(), ViewHash.of(asked.payload()));
        return new Wanted(effect, asked.after(), asked.object(), asked.payload().toString());
    }
}
