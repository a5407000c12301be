package io.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.config.Settings;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {

    /** What a group takes to assign the tasks of one that is gone, on a slow machine. */
    private static final int REBALANCE_MS = 5_000;

    @Test
    void shouldOutliveARebalanceThatWaitsForADeadMember() {
        // When
        Properties config = StreamsSettings.of(Settings.from(Map.of()));

        // Then
        int session = millis(config, StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG));
        assertThat(millis(config, StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG)))
                .isGreaterThan(session + REBALANCE_MS);
    }

    private static int millis(Properties config, String key) {
        return Integer.parseInt(String.valueOf(config.get(key)));
    }
}
