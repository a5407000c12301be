package io.crossdock.transactions;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** What brokers and coordinators say of transactions. */
public interface Transactions {

    /** How far every partition can be read. */
    Map<TopicPartition, Span> spans();

    /** Partitions of those transactions that a coordinator will end. */
    Set<TopicPartition> known();
}
