package io.crossdock.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.freshness.Pauses;
import io.crossdock.order.freshness.PauseRule;
import io.crossdock.order.freshness.Watermark;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R99 where people look: a target that is not told is seen, also while no order asks for it. */
class PausedTargetsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private Instant now = NOON;
    private Instant readUpTo = NOON;
    private final InstantSource clock = () -> now;
    private final PausedTargets paused = new PausedTargets(
            metrics,
            Map.of("notify", new PauseRule(List.of("wms-east"), Duration.ofMinutes(5), Duration.ofMinutes(1))),
            new Pauses(),
            connection -> Optional.of(new Watermark(readUpTo, readUpTo, 1)),
            clock.withZone(ZoneOffset.UTC));

    @Test
    void shouldShowAPauseAndWhyUntilTheSourceHasCaughtUp() {
        // When
        double before = gauge();
        now = NOON.plus(Duration.ofMinutes(6));
        double while6Behind = gauge();
        String why = paused.json().path(0).path("why").asText();
        readUpTo = now.minus(Duration.ofMinutes(2));
        double while2Behind = gauge();
        readUpTo = now;

        // Then
        assertThat(before).isZero();
        assertThat(while6Behind).isEqualTo(1);
        assertThat(why).startsWith("Paused: wms-east is 6 min behind");
        assertThat(while2Behind).isEqualTo(1);
        assertThat(gauge()).isZero();
        assertThat(paused.json()).isEmpty();
    }

    private double gauge() {
        return metrics.get("crossdock.target.paused")
                .tag("target", "notify")
                .gauge()
                .value();
    }
}
