package io.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

class DetachedHeadersTest {

    @Test
    void shouldTakeHeadersOutOfTheAnswerTheyCameIn() {
        // Given: a header as the consumer makes it, two slices of what the broker has answered
        ByteBuffer answer = ByteBuffer.wrap("traceparent00-4bf9".getBytes(StandardCharsets.UTF_8));
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("raw.crm.orders", 0, 7, new byte[0], new byte[0]);
        record.headers().add(new RecordHeader(answer.slice(0, 11), answer.slice(11, 7)));
        TopicPartition partition = new TopicPartition("raw.crm.orders", 0);

        // When
        try (DetachedHeaders headers = new DetachedHeaders()) {
            assertThat(headers.onConsume(new ConsumerRecords<>(Map.of(partition, List.of(record)), Map.of())))
                    .containsExactly(record);
        }

        // Then: whatever becomes of the answer, the header stands
        answer.put(0, new byte[18]);
        assertThat(record.headers()).singleElement().satisfies(header -> {
            assertThat(header.key()).isEqualTo("traceparent");
            assertThat(header.value()).isEqualTo("00-4bf9".getBytes(StandardCharsets.UTF_8));
        });
    }
}
