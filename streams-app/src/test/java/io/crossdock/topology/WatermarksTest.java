package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.freshness.WatermarkStore;
import io.crossdock.freshness.Watermarks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** R98 through the whole topology: heartbeats land, watermarks are known in every instance. */
class WatermarksTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void shouldKnowNothingBeforeTheFirstHeartbeat() {
        try (Flow flow = new Flow()) {
            assertThat(watermarks(flow).of("wms-east")).as("unknown is not old").isEmpty();
            assertThat(watermarks(flow).hasLandedWhole("wms-east", Instant.EPOCH))
                    .isFalse();
        }
    }

    @Test
    void shouldKnowEachConnectionByItself() {
        try (Flow flow = new Flow()) {
            // When
            beats(flow, "wms-east", NOON.minusSeconds(2), 1);
            beats(flow, "crm", NOON.minusSeconds(7), 1);

            // Then
            assertThat(watermarks(flow).of("wms-east")).contains(NOON.minusSeconds(2));
            assertThat(watermarks(flow).of("crm")).contains(NOON.minusSeconds(7));
            assertThat(watermarks(flow).of("erp")).isEmpty();
        }
    }

    @Test
    void shouldGoBackOnlyIntoANewEpoch() {
        try (Flow flow = new Flow()) {
            // Given
            beats(flow, "wms-east", NOON.minusSeconds(2), 1);

            // When
            beats(flow, "wms-east", NOON.minusSeconds(60), 1);
            Instant afterAnOlder = watermarks(flow).of("wms-east").orElseThrow();
            beats(flow, "wms-east", NOON.minusSeconds(3_600), 2);
            beats(flow, "wms-east", NOON.minusSeconds(1), 1);

            // Then
            assertThat(afterAnOlder).isEqualTo(NOON.minusSeconds(2));
            assertThat(watermarks(flow).of("wms-east")).contains(NOON.minusSeconds(3_600));
        }
    }

    @Test
    void shouldGoOnWhenAHeartbeatCannotBeRead() {
        try (Flow flow = new Flow()) {
            // When
            flow.beats("wms-east", "{\"ts_ms\":1795176000000}");
            flow.beats("wms-east", "no json");
            beats(flow, "wms-east", NOON.plus(Duration.ofDays(365)), 1);
            beats(flow, "wms-east", NOON.minusSeconds(2), 1);

            // Then
            assertThat(watermarks(flow).of("wms-east")).contains(NOON.minusSeconds(2));
        }
    }

    @Test
    void shouldTellThatATransactionIsWholeOnceAHeartbeatHasLandedBehindIt() {
        try (Flow flow = new Flow()) {
            // Given: a statement that waited for a lock, so that the row's time is older than the watermark
            beats(flow, "erp", NOON.minusSeconds(2), 1);
            Instant rowLanded = NOON.plusSeconds(1);

            // Then
            assertThat(watermarks(flow).hasLandedWhole("erp", rowLanded)).isFalse();

            // When
            flow.passes(Duration.ofSeconds(2));
            beats(flow, "erp", NOON.minusSeconds(1), 1);

            // Then
            assertThat(watermarks(flow).hasLandedWhole("erp", rowLanded)).isTrue();
        }
    }

    private static Watermarks watermarks(Flow flow) {
        return new Watermarks(flow.store(WatermarkStore.NAME));
    }

    private static void beats(Flow flow, String connection, Instant at, long epoch) {
        flow.beats(
                connection,
                "{\"connection\":\"" + connection + "\",\"at\":\"" + at + "\",\"kind\":\"cdc\",\"epoch\":" + epoch
                        + "}");
    }
}
