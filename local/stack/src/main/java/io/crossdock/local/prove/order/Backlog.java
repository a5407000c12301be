package io.crossdock.local.prove.order;

import io.crossdock.local.layout.Brokers;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.broker.Consumers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the application has not processed yet, by the offsets it has committed. */
final class Backlog implements AutoCloseable {

    private static final String GROUP = "crossdock";

    private final Admin admin = Admin.create(Brokers.current().admin());
    private final KafkaConsumer<String, byte[]> consumer = Consumers.open();
    private final List<TopicPartition> inputs;

    /** {@code topics} are those that the application reads. */
    Backlog(List<String> topics) {
        inputs = new TreeSet<>(topics)
                .stream()
                        .flatMap(topic -> Consumers.partitions(consumer, topic).stream())
                        .toList();
        consumer.assign(inputs);
    }

    /** Offsets between what is committed and the ends; marks of transactions are among them. */
    long size() {
        Map<TopicPartition, Long> committed = committed();
        return consumer.endOffsets(inputs).entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - committed.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /** Whether no record, but at most marks of transactions, lies behind what is committed. */
    boolean isEmpty() {
        Map<TopicPartition, Long> committed = committed();
        Map<TopicPartition, Long> ends = consumer.endOffsets(inputs);
        inputs.forEach(each -> consumer.seek(each, committed.getOrDefault(each, 0L)));
        while (!Consumers.isAt(consumer, ends)) {
            if (!consumer.poll(Duration.ofMillis(100)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The ends of all inputs: they stay where they are when nothing happens any more. */
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(inputs);
    }

    private Map<TopicPartition, Long> committed() {
        try {
            return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, each -> offset(each.getValue())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while asking for committed offsets.", e);
        } catch (ExecutionException e) {
            throw new StackFailure("The committed offsets of " + GROUP + " cannot be read: " + e.getCause() + ".", e);
        }
    }

    private static long offset(OffsetAndMetadata committed) {
        return committed.offset();
    }

    @Override
    public void close() {
        admin.close();
        consumer.close();
    }
}
