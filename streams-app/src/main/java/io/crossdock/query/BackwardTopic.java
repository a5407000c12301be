package io.crossdock.query;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** All partitions of a topic as one list, the newest record first, of which no more is read than it is allowed. */
final class BackwardTopic {

    private final Consumer<String, byte[]> consumer;
    private final List<BackwardPartition> partitions;
    private final Duration patience;
    private long allowed;

    private BackwardTopic(
            Consumer<String, byte[]> consumer, List<BackwardPartition> partitions, long allowed, Duration patience) {
        this.consumer = consumer;
        this.partitions = partitions;
        this.allowed = allowed;
        this.patience = patience;
    }

    /**
     * Looks where a topic begins and ends.
     *
     * @param cursor where to go on
     * @param since nothing older is wanted; null for everything
     * @param allowed after so many records reading ends with the step in which they are reached
     * @throws NotReadyException if there is no such topic yet
     */
    static BackwardTopic of(
            Consumer<String, byte[]> consumer,
            String topic,
            BackwardCursor cursor,
            @Nullable Instant since,
            long allowed,
            Duration patience) {
        List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        if (all.isEmpty()) {
            throw new NotReadyException("There is no topic " + topic + " yet.");
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        Map<TopicPartition, Long> begins =
                since == null ? consumer.beginningOffsets(all) : since(consumer, ends, since);
        List<BackwardPartition> partitions = new ArrayList<>();
        for (TopicPartition each : all) {
            long end = ends.getOrDefault(each, 0L);
            long before = Math.min(end, cursor.before().getOrDefault(each.partition(), end));
            partitions.add(new BackwardPartition(each, begins.getOrDefault(each, 0L), before));
        }
        return new BackwardTopic(consumer, partitions, allowed, patience);
    }

    private static Map<TopicPartition, Long> since(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends, Instant since) {
        Map<TopicPartition, OffsetAndTimestamp> firsts = consumer.offsetsForTimes(ends.keySet().stream()
                .collect(Collectors.toMap(partition -> partition, partition -> since.toEpochMilli())));
        Map<TopicPartition, Long> begins = new TreeMap<>(Comparator.comparingInt(TopicPartition::partition));
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp first = firsts.get(partition);
            begins.put(partition, first == null ? end : Long.valueOf(first.offset()));
        });
        return begins;
    }

    /** Takes the newest record that is left; null if none is, or if enough has been read. */
    @Nullable
    ConsumerRecord<String, byte[]> next() {
        BackwardPartition newest = null;
        for (BackwardPartition each : partitions) {
            while (each.isDry()) {
                if (allowed <= 0) {
                    return null;
                }
                allowed -= each.read(consumer, patience);
            }
            if (newest == null || isNewer(each.newest(), newest.newest())) {
                newest = each;
            }
        }
        return newest == null || newest.isDone() ? null : newest.take();
    }

    private static boolean isNewer(
            @Nullable ConsumerRecord<String, byte[]> one, @Nullable ConsumerRecord<String, byte[]> other) {
        return one != null && (other == null || one.timestamp() > other.timestamp());
    }

    /** Where to go on; null if nothing is left. */
    @Nullable
    BackwardCursor cursor() {
        if (partitions.stream().allMatch(BackwardPartition::isDone)) {
            return null;
        }
        SortedMap<Integer, Long> before = new TreeMap<>();
        partitions.forEach(each -> before.put(each.number(), each.before()));
        return new BackwardCursor(before);
    }
}
