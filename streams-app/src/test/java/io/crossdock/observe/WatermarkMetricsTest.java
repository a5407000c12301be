package io.crossdock.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.order.freshness.SourceLog;
import io.crossdock.order.freshness.Watermark;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How old each source's watermark is, as those who watch see it. */
class WatermarkMetricsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Map<String, Watermark> known = new HashMap<>();
    private final Map<String, SourceLog> logs = new HashMap<>();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void shouldShowTheAgeOfWhatIsKnownAndNothingOfWhatIsNot() {
        // Given
        known.put("wms-east", new Watermark(NOON.minusMillis(2_500), NOON, 1));
        WatermarkMetrics watermarks = new WatermarkMetrics(
                metrics,
                Clock.fixed(NOON, ZoneOffset.UTC),
                List.of("wms-east", "erp"),
                connection -> Optional.ofNullable(known.get(connection)),
                connection -> Optional.ofNullable(logs.get(connection)));

        // When
        watermarks.refresh();

        // Then
        assertThat(metrics.scrape())
                .contains("crossdock_source_watermark_seconds{connection=\"wms-east\"} 2.5")
                .contains("crossdock_source_watermark_known{connection=\"wms-east\"} 1.0")
                .contains("crossdock_source_watermark_known{connection=\"erp\"} 0.0")
                .doesNotContain("crossdock_source_watermark_seconds{connection=\"erp\"}");

        // When: the source has nothing new, and then says so
        known.put("wms-east", new Watermark(NOON.minusMillis(500), NOON, 1));
        watermarks.refresh();

        // Then
        assertThat(metrics.scrape()).contains("crossdock_source_watermark_seconds{connection=\"wms-east\"} 0.5");
    }

    @Test
    void shouldListEveryConnectionForWhoeverAsksWhetherItIsReady() {
        // Given
        known.put("wms-east", new Watermark(NOON.minusMillis(2_500), NOON.minusMillis(400), 1));
        logs.put("wms-east", log(800L));

        // Then
        assertThat(WatermarkJson.of(
                                List.of("erp", "wms-east"),
                                connection -> Optional.ofNullable(known.get(connection)),
                                connection -> Optional.ofNullable(logs.get(connection)),
                                NOON)
                        .toString())
                .isEqualTo("[{\"connection\":\"erp\",\"at\":null,\"landedAt\":null,\"ageSeconds\":null},"
                        + "{\"connection\":\"wms-east\",\"at\":\"2026-11-20T11:59:57.500Z\","
                        + "\"landedAt\":\"2026-11-20T11:59:59.600Z\",\"ageSeconds\":2.5,"
                        + "\"log\":{\"name\":\"crossdock_wms_east\",\"state\":\"EXTENDED\",\"kept\":200,\"left\":800,"
                        + "\"seenAt\":\"2026-11-20T12:00:00Z\"}}]");
    }

    @Test
    void shouldShowHowMuchLogASourceKeepsAndWhatIsLeftOfItsLimitIfItHasOne() {
        // Given
        WatermarkMetrics watermarks = new WatermarkMetrics(
                metrics,
                Clock.fixed(NOON, ZoneOffset.UTC),
                List.of("wms-east"),
                connection -> Optional.empty(),
                connection -> Optional.ofNullable(logs.get(connection)));
        logs.put("wms-east", log(null));

        // When
        watermarks.refresh();

        // Then
        assertThat(metrics.scrape())
                .contains("crossdock_source_log_kept_bytes{connection=\"wms-east\"} 200.0")
                .doesNotContain("crossdock_source_log_left_bytes{");

        // When: somebody sets a limit
        logs.put("wms-east", log(800L));
        watermarks.refresh();

        // Then
        assertThat(metrics.scrape()).contains("crossdock_source_log_left_bytes{connection=\"wms-east\"} 800.0");
    }

    private static SourceLog log(@Nullable Long left) {
        return new SourceLog("crossdock_wms_east", SourceLog.State.EXTENDED, 200, left, NOON, NOON);
    }
}
