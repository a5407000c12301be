package io.crossdock.local.prove.loop.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.broker.Consumers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What the CRM's feed brings as its first full read, which it makes anew when it has forgotten how far it was. */
final class FirstReads implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOPIC = "raw.crm.orders";

    private final KafkaConsumer<String, byte[]> consumer = Consumers.open();
    private final Set<String> ids = new TreeSet<>();

    /** Opens the raw topic at its end. */
    FirstReads() {
        List<TopicPartition> partitions = Consumers.partitions(consumer, TOPIC);
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        ends.forEach(consumer::seek);
    }

    /** From here on another first read is looked at. */
    void beginAnew() {
        read();
        ids.clear();
    }

    /** Ids of the CRM's orders that this first read has brought so far. */
    Set<String> read() {
        Consumers.readOn(consumer, each -> {
            if (each.value() != null) {
                JsonNode record = parse(each.value());
                if (record.at("/source/snapshot").asBoolean()) {
                    ids.add(record.at("/after/Id").asText());
                }
            }
        });
        return ids;
    }

    private static JsonNode parse(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            throw new StackFailure("A record of " + TOPIC + " holds no JSON: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
