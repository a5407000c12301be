package io.crossdock.observe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.crossdock.freshness.Pauses;
import io.crossdock.order.freshness.Pause;
import io.crossdock.order.freshness.PauseRule;
import io.crossdock.order.freshness.Watermark;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Which targets are not told now because sources are behind (R99), as a metric and for {@code /ready}. */
public final class PausedTargets {

    private final Map<String, PauseRule> rules;
    private final Pauses pauses;
    private final Function<String, Optional<Watermark>> watermarks;
    private final Clock clock;

    /** {@code rules} by target, of those that have one; registers a metric for each. */
    public PausedTargets(
            MeterRegistry metrics,
            Map<String, PauseRule> rules,
            Pauses pauses,
            Function<String, Optional<Watermark>> watermarks,
            Clock clock) {
        this.rules = new TreeMap<>(rules);
        this.pauses = pauses;
        this.watermarks = watermarks;
        this.clock = clock;
        this.rules.forEach((target, rule) -> Gauge.builder(
                        "crossdock.target.paused", () -> look(target, rule).isPaused() ? 1 : 0)
                .description("1 while a target is not told because sources are behind.")
                .tags("target", target)
                .register(metrics));
    }

    /** Those that are paused, each with why. */
    public ArrayNode json() {
        ArrayNode paused = JsonNodeFactory.instance.arrayNode();
        rules.forEach((target, rule) -> {
            Pause pause = look(target, rule);
            if (pause.isPaused()) {
                paused.addObject().put("target", target).put("why", pause.why());
            }
        });
        return paused;
    }

    private Pause look(String target, PauseRule rule) {
        return pauses.look(target, rule, watermarks, clock.instant());
    }
}
