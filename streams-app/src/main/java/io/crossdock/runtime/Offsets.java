package io.crossdock.runtime;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What partitions topics have, and where those begin and end, as brokers say. */
final class Offsets {

    private final Admin admin;

    Offsets(Admin admin) {
        this.admin = admin;
    }

    /** The partitions of topics. */
    List<TopicPartition> partitions(Collection<String> topics) {
        return answer(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(Offsets::partitions)
                .toList();
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(info -> new TopicPartition(topic.name(), info.partition()));
    }

    /** Where each ends. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return of(partitions, OffsetSpec.latest());
    }

    /** How far each can be read by who reads committed records. */
    Map<TopicPartition, Long> committedEnds(Collection<TopicPartition> partitions) {
        return of(partitions, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
    }

    /** An offset of each; -1 where there is none. */
    Map<TopicPartition, Long> of(Collection<TopicPartition> partitions, OffsetSpec which) {
        return of(partitions, which, IsolationLevel.READ_UNCOMMITTED);
    }

    private Map<TopicPartition, Long> of(
            Collection<TopicPartition> partitions, OffsetSpec which, IsolationLevel level) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(each -> each, each -> which));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                answer(admin.listOffsets(asked, new ListOffsetsOptions(level)).all());
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, info -> info.getValue().offset()));
    }

    /**
     * Waits for what a broker answers.
     *
     * @throws IllegalStateException if it refuses
     */
    static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refused: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the broker.", e);
        }
    }
}
