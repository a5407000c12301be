package io.crossdock.local.prove.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a published topic as a stranger does: one zero byte, four bytes of schema id, plain Avro; the schema by its id from the
 * registry's compatibility API. Begins at the end of the topic as it is when opened.
 */
public final class AvroTopic implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer = Consumers.open();
    private final AvroValues values = new AvroValues();

    /** Opens the topic at its end. */
    public AvroTopic(String topic) {
        List<TopicPartition> partitions = Consumers.partitions(consumer, topic);
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        ends.forEach(consumer::seek);
    }

    /** What was added since the last call, up to the end as it is now; tombstones are left out. */
    public List<GenericRecord> next() {
        List<GenericRecord> records = new ArrayList<>();
        forEachNext(records::add);
        return records;
    }

    /** Hands the same to somebody one by one, for topics that are larger than this process's memory. */
    public void forEachNext(Consumer<GenericRecord> reader) {
        Consumers.readOn(consumer, each -> {
            if (each.value() != null) {
                reader.accept(values.decode(each.value()));
            }
        });
    }

    @Override
    public void close() {
        consumer.close();
    }
}
