package io.crossdock.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.contract.OrderSync;
import io.crossdock.observe.LagRecorder;
import io.crossdock.observe.OpenLag;
import io.crossdock.observe.OrderSyncs;
import io.crossdock.observe.RecentLag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LagSummaryTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final RecentLag recent = new RecentLag();
    private final LagRecorder recorder = new LagRecorder(new SimpleMeterRegistry(), recent);
    private final List<OrderSync> unsynced = new ArrayList<>();
    private final LagSummary summary = summary(recent, unsynced, path -> List.of());

    @Test
    void shouldSplitTheLagOfAStateIntoHopsThatSumToTheTotal() {
        // Given
        recorder.record(sync("shipped", true, NOON.plusMillis(100)));

        // When
        JsonNode state = summary.json().path("states").get(0);

        // Then
        assertThat(state.path("state").asText()).isEqualTo("shipped");
        assertThat(state.path("target").asText()).isEqualTo("crm");
        assertThat(state.path("count").asLong()).isEqualTo(1);
        JsonNode hops = state.path("hops");
        assertThat(p50(hops, "source")).isEqualTo(10);
        assertThat(p50(hops, "connect")).isEqualTo(20);
        assertThat(p50(hops, "application")).isEqualTo(30);
        assertThat(p50(hops, "target")).isEqualTo(40);
        assertThat(p50(hops, "total")).isEqualTo(100);
    }

    @Test
    void shouldTakeTheMedianAndTheWorstOfManySamples() {
        // Given
        for (int millis = 100; millis < 200; millis++) {
            recorder.record(sync("shipped", true, NOON.plusMillis(millis)));
        }

        // When
        JsonNode total = summary.json().path("states").get(0).path("hops").path("total");

        // Then
        assertThat(total.path("p50Ms").asLong()).isEqualTo(149);
        assertThat(total.path("p99Ms").asLong()).isEqualTo(198);
        assertThat(total.path("maxMs").asLong()).isEqualTo(199);
    }

    @Test
    void shouldShowTheNewestSamplesLast() {
        // Given
        recorder.record(sync("packed", true, NOON.plusMillis(100)));
        recorder.record(sync("shipped", true, NOON.plusMillis(200)));

        // When
        JsonNode samples = summary.json().path("recent");

        // Then
        assertThat(samples).hasSize(2);
        assertThat(samples.get(1).path("state").asText()).isEqualTo("shipped");
        assertThat(samples.get(1).path("totalMs").asLong()).isEqualTo(200);
    }

    @Test
    void shouldCountWhatATargetDoesNotKnowAndTellTheAgeOfTheOldest() {
        // Given
        unsynced.add(sync("shipped", true, null));
        unsynced.add(sync("shipped", true, null));

        // When
        JsonNode open = summary.json().path("open");

        // Then
        assertThat(open).hasSize(1);
        assertThat(open.get(0).path("count").asLong()).isEqualTo(2);
        assertThat(open.get(0).path("oldestMs").asLong())
                .isEqualTo(Duration.ofSeconds(60).toMillis());
    }

    @Test
    void shouldTakePercentilesOfTheSamplesOfAllInstances() {
        // Given: this instance knows of nine quick ones, the other of ninety-one slow ones
        RecentLag otherRecent = new RecentLag();
        LagRecorder otherRecorder = new LagRecorder(new SimpleMeterRegistry(), otherRecent);
        for (int i = 0; i < 9; i++) {
            recorder.record(sync("shipped", true, NOON.plusMillis(100)));
        }
        for (int i = 0; i < 91; i++) {
            otherRecorder.record(sync("shipped", true, NOON.plusMillis(5_000)));
        }
        unsynced.add(sync("shipped", true, null));
        LagSummary other = summary(
                otherRecent, List.of(sync("shipped", true, null), sync("packed", true, null)), path -> List.of());

        // When
        JsonNode all = summary(
                        recent,
                        unsynced,
                        path -> path.equals(LagSummary.OPEN)
                                ? other.openHere().items()
                                : other.samplesHere().items())
                .json();

        // Then: no mean of means
        JsonNode state = all.path("states").get(0);
        assertThat(state.path("count").asLong()).isEqualTo(100);
        assertThat(state.path("hops").path("total").path("p50Ms").asLong()).isEqualTo(5_000);
        assertThat(all.path("recent")).hasSize(100);
        assertThat(all.path("recent").get(99).path("totalMs").asLong()).isEqualTo(5_000);
        assertThat(all.path("open")).hasSize(2);
        assertThat(all.path("open").get(0).path("state").asText()).isEqualTo("packed");
        assertThat(all.path("open").get(1).path("count").asLong()).isEqualTo(2);
    }

    private static LagSummary summary(
            RecentLag recent, List<OrderSync> unsynced, Function<String, List<ObjectNode>> others) {
        return new LagSummary(
                recent,
                () -> unsynced.stream().map(OpenLag::of).toList(),
                others,
                Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC));
    }

    private static long p50(JsonNode hops, String hop) {
        return hops.path(hop).path("p50Ms").asLong();
    }

    private static OrderSync sync(String milestone, boolean live, @Nullable Instant confirmedAt) {
        return OrderSyncs.shipped(NOON.plusMillis(10))
                .setSubject("wms-east:shipment:S-77")
                .setMilestone(milestone)
                .setOutcome(confirmedAt == null ? "PENDING" : "CONFIRMED")
                .setLive(live)
                .setOccurredAt("2026-11-20T07:00:00-05:00")
                .setLandedAt(NOON.plusMillis(30))
                .setProjectedAt(NOON.plusMillis(60))
                .setConfirmedAt(confirmedAt)
                .build();
    }
}
