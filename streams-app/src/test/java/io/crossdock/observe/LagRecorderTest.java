package io.crossdock.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.contract.Contracts;
import io.crossdock.contract.OrderSync;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LagRecorderTest {

    static {
        Contracts.trust();
    }

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RecentLag recent = new RecentLag();
    private final LagRecorder lag = new LagRecorder(metrics, recent);

    @Test
    void shouldGiveEachHopItsShareOfTheTotal() {
        // When: the warehouse's clock shows microseconds, and everything after it milliseconds
        lag.record(sync("2026-11-20T12:00:00.000900Z", "2026-11-20T12:00:00.010Z"));

        // Then:
        assertThat(millis("source")).isEqualTo(10);
        assertThat(millis("connect")).isEqualTo(20);
        assertThat(millis("application")).isEqualTo(30);
        assertThat(millis("target")).isEqualTo(40);
        assertThat(millis("total")).isEqualTo(100);
        assertThat(recent.samples()).hasSize(1);
    }

    @Test
    void shouldNotTakeALogOfWholeSecondsForAnotherClock() {
        // When: it occurred within the second that MariaDB's log names
        lag.record(sync("2026-11-20T12:00:00.015Z", "2026-11-20T12:00:00Z"));

        // Then: the hops still sum to the total
        assertThat(millis("source")).isZero();
        assertThat(millis("connect")).isEqualTo(15);
        assertThat(metrics.find("crossdock.clock.skew").counter()).isNull();
    }

    @Test
    void shouldTellTheSinkFromTheTargetWhereItWasCalled() {
        // When: the sink held it for fifteen of the forty milliseconds
        lag.record(OrderSync.newBuilder(sync("2026-11-20T12:00:00.000Z", "2026-11-20T12:00:00.010Z"))
                .setCalledAt(Instant.parse("2026-11-20T12:00:00.075Z"))
                .build());

        // Then
        assertThat(millis("sink")).isEqualTo(15);
        assertThat(millis("target")).isEqualTo(25);
        assertThat(millis("total")).isEqualTo(100);
    }

    @Test
    void shouldKnowHowLongTheRowsOfATargetTakeFromThereToHere() {
        // Given: mostly a tenth of a second; a clock that is ahead says nothing
        for (int row = 0; row < 100; row++) {
            lag.ownFeed("crm", Duration.ofMillis(100));
        }
        lag.ownFeed("crm", Duration.ofSeconds(-5));

        // When
        Duration usual = lag.ownFeed("crm");
        for (int row = 0; row < 10; row++) {
            lag.ownFeed("crm", Duration.ofSeconds(90));
        }

        // Then
        assertThat(lag.ownFeed("erp")).isEqualTo(Duration.ZERO);
        assertThat(usual).isBetween(Duration.ofMillis(90), Duration.ofMillis(110));
        assertThat(lag.ownFeed("crm")).isBetween(Duration.ofSeconds(85), Duration.ofSeconds(95));
    }

    @Test
    void shouldMeasureWhatATargetIsAskedForApartFromWhatItIsToldOfTheSameMilestone() {
        // Given
        OrderSync told = builder("2026-11-20T12:00:00Z").build();
        OrderSync asked =
                builder("2026-11-20T12:00:00Z").setEffect("invoice-request").build();
        OrderSync letter = builder("2026-11-20T12:00:00Z")
                .setEffect("order-accepted")
                .setMilestone("notified of erp:sales-order:SO-1")
                .build();

        // Then
        assertThat(StateLabel.of(told)).isEqualTo(told.getMilestone());
        assertThat(StateLabel.of(asked)).isEqualTo("invoice-request");
        assertThat(StateLabel.of(letter)).isEqualTo("notified");
    }

    @Test
    void shouldCountSkewWhenAHopEndsBeforeItBegins() {
        // When:
        lag.record(sync("2026-11-20T12:00:01.500Z", "2026-11-20T12:00:00.000Z"));

        // Then: counted, not measured as zero
        assertThat(metrics.get("crossdock.clock.skew")
                        .tag("hop", "source")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(metrics.find("crossdock.order.state.lag")
                        .tag("hop", "source")
                        .timer())
                .isNull();
    }

    @Test
    void shouldSeeNoSkewWithinOneMillisecond() {
        // When: a commit recorded in the millisecond in which the row says it occurred
        lag.record(sync("2026-11-20T12:00:00.000900Z", "2026-11-20T12:00:00.000Z"));

        // Then:
        assertThat(metrics.find("crossdock.clock.skew").counter()).isNull();
    }

    private double millis(String hop) {
        return metrics.get("crossdock.order.state.lag").tag("hop", hop).timer().totalTime(TimeUnit.MILLISECONDS);
    }

    private static OrderSync sync(String occurredAt, String recordedAt) {
        return builder(occurredAt).setRecordedAt(Instant.parse(recordedAt)).build();
    }

    private static OrderSync.Builder builder(String occurredAt) {
        return OrderSyncs.shipped(Instant.parse("2026-11-20T12:00:00.010Z"))
                .setOutcome("CONFIRMED")
                .setOccurredAt(occurredAt)
                .setLandedAt(Instant.parse("2026-11-20T12:00:00.030Z"))
                .setProjectedAt(Instant.parse("2026-11-20T12:00:00.060Z"))
                .setConfirmedAt(Instant.parse("2026-11-20T12:00:00.100Z"));
    }
}
