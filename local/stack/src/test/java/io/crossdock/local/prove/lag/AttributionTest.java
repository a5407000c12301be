package io.crossdock.local.prove.lag;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.broker.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What would be said of measurements that are right, and of such that are not. */
class AttributionTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration HELD = Duration.ofSeconds(4);

    @Test
    void shouldFindADelayWhereItWas() {
        assertThat(failed(Hop.TARGET, sample(5, 20, 50, 10, 4_030))).isEmpty();
    }

    @Test
    void shouldNotTakeAnotherHopForIt() {
        assertThat(failed(Hop.TARGET, sample(5, 20, 50, 4_010, 30)))
                .contains("target: the delay is found", "target: it held the time");
    }

    @Test
    void shouldNotBeContentWithLessThanNineteenTwentieths() {
        assertThat(failed(Hop.TARGET, sample(5, 20, 50, 10, 3_700))).containsExactly("target: the delay is found");
    }

    @Test
    void shouldSeeWhatWasLostOnTheWayToTheSinkBeforeItWasHeldUp() {
        // Given: shipped, then 4 s; what is shipped takes 70 ms to the sink, and waits for the rest
        assertThat(failed(Hop.SINK, sample(5, 20, 50, 3_940, 30))).isEmpty();
    }

    @Test
    void shouldSeeAHistogramThatCountsSomethingElse() {
        // Given: the metrics speak of a tenth of a second
        Measured held =
                new Measured(HELD, List.of(sample(5, 20, 50, 10, 4_030)), counted(List.of(sample(5, 20, 50, 10, 100))));

        // Then
        assertThat(new Attribution(usual(), Map.of(Hop.TARGET, held)).checks())
                .filteredOn(check -> !check.passed())
                .extracting(Check::what)
                .containsExactly("percentiles of the histograms lie in the true bucket");
    }

    @Test
    void shouldFailWhenNothingWasMeasured() {
        assertThat(failed(Hop.TARGET))
                .containsExactly(
                        "target: the delay is found",
                        "target: it held the time",
                        "percentiles of the histograms lie in the true bucket");
    }

    private static List<String> failed(Hop hop, Sample... samples) {
        List<Sample> all = List.of(samples);
        return new Attribution(usual(), Map.of(hop, new Measured(HELD, all, counted(all))))
                .checks().stream()
                        .filter(check -> !check.passed())
                        .map(Check::what)
                        .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Measured usual() {
        return new Measured(Duration.ZERO, List.of(sample(5, 20, 50, 10, 30)), Map.of());
    }

    private static Map<Hop, Buckets> counted(List<Sample> samples) {
        Map<Hop, Buckets> counted = new EnumMap<>(Hop.class);
        for (Hop hop : Hop.values()) {
            StringBuilder text = new StringBuilder();
            for (String bound : List.of("0.05", "0.25", "1.0", "5.0", "+Inf")) {
                long count = samples.stream()
                        .filter(sample ->
                                bound.equals("+Inf") || sample.millis(hop) / 1_000 <= Double.parseDouble(bound))
                        .count();
                text.append(
                                "crossdock_order_state_lag_seconds_bucket{state=\"shipped\",source=\"wms-east\",target=\"crm\",hop=\"")
                        .append(hop.text())
                        .append("\",le=\"")
                        .append(bound)
                        .append("\"} ")
                        .append(count)
                        .append('\n');
            }
            counted.put(hop, Buckets.of(Metrics.parse(text.toString()), hop));
        }
        return counted;
    }

    private static Sample sample(long... millis) {
        List<Instant> stamps = new ArrayList<>(List.of(NOON));
        for (long hop : millis) {
            stamps.add(stamps.getLast().plusMillis(hop));
        }
        return new Sample(stamps);
    }
}
