package io.crossdock.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossdock.topology.Topics.TopicSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private final List<TopicSpec> topics =
            Topics.all(List.of("raw.wms-east.orders"), List.of("customers"), List.of("crm"));

    @Test
    void shouldLetTheBrokersClockStampWhatLands() {
        assertThat(topic("raw.wms-east.orders").config()).containsEntry("message.timestamp.type", "LogAppendTime");
    }

    @Test
    void shouldKeepEveryRowOfReferenceData() {
        assertThat(topic("reference.customers").config())
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKey("retention.ms");
    }

    @Test
    void shouldStampHeartbeatsAsWhatTheySpeakOfAndKeepThemForADay() {
        assertThat(topic(Topics.HEARTBEATS).config())
                .containsEntry("message.timestamp.type", "LogAppendTime")
                .containsEntry("retention.ms", "86400000")
                .containsEntry("segment.ms", "3600000");
    }

    @Test
    void shouldStampDeadLettersWhenTheyAreWritten() {
        assertThat(topic(Topics.DEAD_LETTERS).config()).containsEntry("message.timestamp.type", "LogAppendTime");
    }

    @Test
    void shouldCompressWhatOthersReadSoThatEveryClientCanReadIt() {
        assertThat(topics)
                .filteredOn(topic -> topic.name().startsWith("orders."))
                .hasSize(6)
                .allSatisfy(topic -> assertThat(topic.config()).containsEntry("compression.type", "gzip"));
    }

    @Test
    void shouldKeepTheStatusOfEveryOrder() {
        assertThat(topic(Topics.STATUS).config())
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKey("retention.ms");
    }

    private TopicSpec topic(String name) {
        return topics.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
