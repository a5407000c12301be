package io.crossdock.transactions;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;

/**
 * A transaction that stays open, because no coordinator knows of it any more.
 *
 * @param partition where its records stand
 * @param start offset of its first record
 * @param end where the partition ends: what stands between is read by nobody who reads committed records
 * @param since when it was seen first
 */
public record Hanging(TopicPartition partition, long start, long end, Instant since) {

    /** The command that ends it, for who may alter the cluster. */
    String wayOut(String bootstrapServers) {
        return "kafka-transactions.sh --bootstrap-server %s abort --topic %s --partition %d --start-offset %d"
                .formatted(bootstrapServers, partition.topic(), partition.partition(), start);
    }
}
