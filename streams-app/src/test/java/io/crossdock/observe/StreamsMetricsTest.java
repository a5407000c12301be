package io.crossdock.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.Test;

/** What an operator sees of Kafka Streams, whose own names change with each start. */
class StreamsMetricsTest {

    private static final String CONSUMER = "consumer-fetch-manager-metrics";

    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<MetricName, Metric> measured = new LinkedHashMap<>();
    private final Map<String, Integer> complete = new LinkedHashMap<>();
    private boolean running = true;
    private final StreamsMetrics streams = new StreamsMetrics(metrics, () -> running, () -> measured, () -> complete);

    @Test
    void shouldAddUpWhatIsNotReadYetByTopic() {
        // Given: a topic with dots, which Kafka counts under an older name too; and a store that is being restored
        lag("crossdock-1-consumer", "raw.erp.sales-orders", "0", 3);
        lag("crossdock-1-consumer", "raw.erp.sales-orders", "1", 4);
        lag("crossdock-1-consumer", "raw_erp_sales-orders", "0", 3);
        lag("crossdock-2-consumer", "facts", "0", Double.NaN);
        lag("crossdock-1-restore-consumer", "crossdock-orders-changelog", "0", 1000);

        // When
        streams.refresh();

        // Then
        assertThat(metrics.scrape().lines().filter(line -> line.startsWith("crossdock_topic_lag_records")))
                .containsExactly("crossdock_topic_lag_records{topic=\"raw.erp.sales-orders\"} 7.0");
    }

    @Test
    void shouldForgetATopicThatAnotherInstanceReadsNow() {
        // Given
        lag("crossdock-1-consumer", "facts", "0", 3);
        streams.refresh();

        // When
        measured.clear();
        streams.refresh();

        // Then
        assertThat(metrics.scrape()).doesNotContain("topic=\"facts\"");
    }

    @Test
    void shouldSayWhetherItRunsAndHowItsThreadsAre() {
        // Given
        put("stream-metrics", "alive-stream-threads", Map.of("client-id", "crossdock-1"), 2);
        put("stream-metrics", "failed-stream-threads", Map.of("client-id", "crossdock-1"), 1L);

        // When
        running = false;

        // Then
        assertThat(metrics.scrape())
                .contains("crossdock_streams_running 0.0")
                .contains("crossdock_stream_threads_alive 2.0")
                .contains("crossdock_stream_threads_failed_total 1.0");
    }

    @Test
    void shouldSayHowManyPartitionsOfAStoreAreCompleteHere() {
        // Given
        complete.put("orders", 3);
        complete.put("mailboxes", 1);
        streams.refresh();

        // When: the mailboxes go to another instance
        complete.remove("mailboxes");
        streams.refresh();

        // Then
        assertThat(metrics.scrape().lines().filter(line -> line.startsWith("crossdock_store_partitions_complete")))
                .containsExactly("crossdock_store_partitions_complete{store=\"orders\"} 3.0");
    }

    private void lag(String client, String topic, String partition, double records) {
        put(CONSUMER, "records-lag", Map.of("client-id", client, "topic", topic, "partition", partition), records);
    }

    private void put(String group, String name, Map<String, String> tags, Object value) {
        Gauge<Object> gauge = (config, now) -> value;
        MetricName metric = new MetricName(name, group, "", tags);
        measured.put(metric, new KafkaMetric(new Object(), metric, gauge, new MetricConfig(), Time.SYSTEM));
    }
}
