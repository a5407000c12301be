package io.crossdock.runtime;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Takes the headers of records out of the broker's answer when they come. A header that nobody has read yet is a slice of it, so that one
 * record that waits in a queue holds a megabyte; with a backlog in every partition that was half of the heap.
 */
public final class DetachedHeaders implements ConsumerInterceptor<byte[], byte[]> {

    /** For Kafka. */
    public DetachedHeaders() {}

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        records.forEach(record -> record.headers().forEach(header -> {
            String unusedKey = header.key();
            byte[] unusedValue = header.value();
        }));
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // Nothing of ours.
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    @Override
    public void configure(Map<String, ?> options) {
        // Nothing to choose.
    }
}
