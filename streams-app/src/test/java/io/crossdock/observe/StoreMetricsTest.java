package io.crossdock.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.contract.OrderSync;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StoreMetricsTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final List<OrderSync> unsynced = new ArrayList<>();
    private final StoreMetrics metrics = new StoreMetrics(
            registry,
            Clock.fixed(Instant.parse("2026-11-20T12:01:00Z"), ZoneOffset.UTC),
            () -> outcomes,
            () -> unsynced.stream().map(OpenLag::of).toList());

    @Test
    void shouldShowWhatTheStoresCounted() {
        // Given:
        outcomes.put("outcome|normalize|wms-east|applied", 7L);
        outcomes.put("dead-letter|normalize|erp|wrong-type", 2L);

        // When:
        metrics.refresh();
        outcomes.put("outcome|normalize|wms-east|applied", 9L);
        metrics.refresh();

        // Then: the contract's names
        assertThat(registry.scrape())
                .contains(
                        "crossdock_records_total{connection=\"wms-east\",outcome=\"applied\",stage=\"normalize\"} 9.0")
                .contains(
                        "crossdock_dead_letters_total{connection=\"erp\",reason=\"wrong-type\",stage=\"normalize\"} 2.0");
    }

    @Test
    void shouldCountNothingForATaskThatAnotherInstanceHasNow() {
        // Given:
        outcomes.put("outcome|normalize|wms-east|applied", 7L);
        metrics.refresh();

        // When: the other one counts on from seven
        outcomes.clear();
        metrics.refresh();

        // Then: the sum over both instances stays the number of records
        assertThat(registry.scrape())
                .contains(
                        "crossdock_records_total{connection=\"wms-east\",outcome=\"applied\",stage=\"normalize\"} 0.0");
    }

    @Test
    void shouldShowOpenLagAndItsOldest() {
        // Given:
        unsynced.add(sync("2026-11-20T12:00:50Z"));
        unsynced.add(sync("2026-11-20T12:00:30Z"));

        // When:
        metrics.refresh();

        // Then
        assertThat(registry.scrape())
                .contains("crossdock_order_state_unsynced{state=\"shipped\",target=\"crm\"} 2.0")
                .contains("crossdock_order_state_unsynced_oldest_seconds{state=\"shipped\",target=\"crm\"} 30.0");

        // When: all is told
        unsynced.clear();
        metrics.refresh();

        // Then:
        assertThat(registry.scrape()).contains("crossdock_order_state_unsynced{state=\"shipped\",target=\"crm\"} 0.0");
    }

    @Test
    void shouldShowNoneOpenForATypeThatNeverOccurred() {
        // Given:
        outcomes.put("exception|OVER_SHIPPED|MAJOR", 3L);

        // When:
        metrics.refresh();

        // Then:
        assertThat(registry.scrape())
                .contains("crossdock_exceptions_open{severity=\"MAJOR\",type=\"OVER_SHIPPED\"} 3.0")
                .contains("crossdock_exceptions_open{severity=\"MAJOR\",type=\"INTEGRITY_VIOLATION\"} 0.0");
    }

    private static OrderSync sync(String occurredAt) {
        return OrderSyncs.shipped(Instant.parse(occurredAt)).build();
    }
}
