package io.crossdock.transactions;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.TopicPartition;

/** What brokers and coordinators say of transactions. */
interface Transactions {

    /** How far every partition can be read. */
    Map<TopicPartition, Span> spans() throws ExecutionException, InterruptedException;

    /** Partitions of those transactions that a coordinator will end. */
    Set<TopicPartition> known() throws ExecutionException, InterruptedException;
}
