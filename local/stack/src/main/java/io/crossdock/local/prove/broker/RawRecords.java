package io.crossdock.local.prove.broker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Counts the records of {@code raw.<connection>.*} per connection. They are read and counted one by one: an offset may also
 * belong to the mark of a transaction. Counting goes on where it ended, so that asking again is quick.
 */
public final class RawRecords implements AutoCloseable {

    private static final String PREFIX = "raw.";

    private final KafkaConsumer<String, byte[]> consumer = Consumers.open();
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    /** Finds the raw topics; nothing is counted yet. */
    public RawRecords() {
        consumer.listTopics().forEach((topic, infos) -> {
            if (topic.startsWith(PREFIX)) {
                infos.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
                counts.putIfAbsent(connection(topic), 0L);
            }
        });
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads on to the end of every partition as it is now; returns the records so far by connection. */
    public Map<String, Long> count() {
        Consumers.readOn(consumer, each -> counts.merge(connection(each.topic()), 1L, Long::sum));
        return new TreeMap<>(counts);
    }

    /** All raw topics. */
    public Collection<String> topics() {
        return partitions.stream()
                .map(TopicPartition::topic)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static String connection(String topic) {
        return topic.substring(PREFIX.length(), topic.indexOf('.', PREFIX.length()));
    }
}
