package io.crossdock.local.prove.broker;

import io.crossdock.local.layout.Brokers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Plain consumers that see committed records only and belong to no group. */
public final class Consumers {

    private Consumers() {}

    /** A consumer of keys as text and values as bytes; the caller closes it. */
    public static KafkaConsumer<String, byte[]> open() {
        return new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** A consumer of keys as bytes too; the caller closes it. */
    public static KafkaConsumer<byte[], byte[]> ofBytes() {
        return new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> settings() {
        Map<String, Object> settings = Brokers.current().admin();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000);
        return settings;
    }

    /** Hands every record of a topic to somebody, from its beginning to its end as it is now. */
    public static void readAll(String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        try (KafkaConsumer<String, byte[]> consumer = open()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            readOn(consumer, reader);
        }
    }

    /** The same of what is assigned, from where the consumer stands. */
    public static <K> void readOn(KafkaConsumer<K, byte[]> consumer, Consumer<ConsumerRecord<K, byte[]>> reader) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (!isAt(consumer, ends)) {
            consumer.poll(Duration.ofMillis(100)).forEach(reader);
        }
    }

    /** True if the consumer stands at these ends, or behind them. */
    public static boolean isAt(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** How many partitions a topic has; 0 if there is no such topic. */
    public static int partitions(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = open()) {
            return partitions(consumer, topic).size();
        }
    }

    /** All partitions of a topic; empty if there is no such topic. */
    public static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
    }
}
