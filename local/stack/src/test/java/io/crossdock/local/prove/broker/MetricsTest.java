package io.crossdock.local.prove.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final String TEXT = """
            # HELP crossdock_records_total Records.
            # TYPE crossdock_records_total counter
            crossdock_records_total{connection="erp",outcome="applied",stage="normalize"} 7.0
            crossdock_records_total{connection="erp",outcome="dead-letter",stage="normalize"} 2.0
            crossdock_records_total{connection="crm",outcome="applied",stage="normalize"} 1.2E3
            crossdock_records_total{connection="erp",outcome="applied",stage="correlate"} 99.0
            jvm_threads_live 12
            """;

    @Test
    void shouldSumOutcomesOfOneStageByConnection() {
        // When
        Map<String, Long> sums = Metrics.parse(TEXT).normalized();

        // Then
        assertThat(sums).containsExactlyInAnyOrderEntriesOf(Map.of("erp", 9L, "crm", 1200L));
    }

    @Test
    void shouldFindARecordThatWasNotCounted() {
        // Given
        Map<String, Long> in = Map.of("erp", 10L, "crm", 1200L);

        // When
        boolean agree = InEqualsOut.agree(in, Metrics.parse(TEXT).normalized());

        // Then
        assertThat(agree).isFalse();
    }

    @Test
    void shouldAgreeWhenOnlyAConnectionThatSentNothingHasNoCounter() {
        // Given
        Map<String, Long> in = Map.of("erp", 9L, "crm", 1200L, "wms-west", 0L);

        // When
        boolean agree = InEqualsOut.agree(in, Metrics.parse(TEXT).normalized());

        // Then
        assertThat(agree).isTrue();
    }

    @Test
    void shouldNotAgreeWhenNothingCameIn() {
        // When
        boolean agree = InEqualsOut.agree(Map.of("erp", 0L), Map.of());

        // Then
        assertThat(agree).isFalse();
    }
}
