package io.crossdock.query;

import io.crossdock.contract.DeadLetter;
import io.crossdock.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** The topic of dead letters as a broker shows it, a few records at a time, to consumers that are opened here. */
public final class LetterTopic {

    static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final int POLLED_AT_ONCE = 7;

    private final List<Log> logs;
    private final List<LetterConsumer> opened = new ArrayList<>();
    private boolean silent;

    private static final class Log {
        private final NavigableMap<Long, ConsumerRecord<String, byte[]>> records = new TreeMap<>();
        private long begin;
        private long end;
    }

    /** A topic of so many partitions. */
    public LetterTopic(int partitions) {
        logs = IntStream.range(0, partitions).mapToObj(i -> new Log()).toList();
    }

    /** Writes a letter so many seconds after noon. */
    public LetterTopic writes(int partition, int seconds, String connection, String reason) {
        Log log = logs.get(partition);
        long offset = log.end++;
        byte[] value = (connection + " " + reason + " " + offset).getBytes(StandardCharsets.UTF_8);
        log.records.put(
                offset,
                new ConsumerRecord<>(
                        Topics.DEAD_LETTERS,
                        partition,
                        offset,
                        NOON.plusSeconds(seconds).toEpochMilli(),
                        TimestampType.LOG_APPEND_TIME,
                        0,
                        value.length,
                        "raw." + connection + ".orders-" + partition + "@" + offset,
                        value,
                        new RecordHeaders(),
                        Optional.empty()));
        return this;
    }

    /** Ends a transaction: takes an offset that no consumer is shown. */
    LetterTopic commits(int partition) {
        logs.get(partition).end++;
        return this;
    }

    /** Forgets what is older than an offset. */
    void forgets(int partition, long before) {
        Log log = logs.get(partition);
        log.begin = before;
        log.records.headMap(before, false).clear();
    }

    /** From now on the broker takes connections and sends nothing. */
    public void fallsSilent() {
        silent = true;
    }

    /** The letters, read with little patience. */
    public DeadLetters letters() {
        return new DeadLetters(this::open, LetterTopic::read, Duration.ofMillis(20));
    }

    Consumer<String, byte[]> open() {
        LetterConsumer consumer = new LetterConsumer();
        opened.add(consumer);
        return consumer;
    }

    /** The values here are no Avro: what matters is what is found. */
    static DeadLetter read(String topic, byte[] value) {
        String[] words = new String(value, StandardCharsets.UTF_8).split(" ", 3);
        return DeadLetter.newBuilder()
                .setTopic("raw." + words[0] + ".orders")
                .setPartition(3)
                .setOffset(Long.parseLong(words[2]))
                .setStage("normalize")
                .setConnection(words[0])
                .setEntity("orders")
                .setReason(words[1])
                .setText("It is wrong.")
                .setLandedAt(NOON)
                .build();
    }

    /** How many records were sent to consumers. */
    int sent() {
        return opened.stream().mapToInt(consumer -> consumer.sent).sum();
    }

    boolean isClosed() {
        return opened.stream().allMatch(MockConsumer::closed);
    }

    private final class LetterConsumer extends MockConsumer<String, byte[]> {

        private int sent;

        LetterConsumer() {
            super("earliest");
            List<PartitionInfo> partitions = new ArrayList<>();
            for (int i = 0; i < logs.size(); i++) {
                TopicPartition partition = new TopicPartition(Topics.DEAD_LETTERS, i);
                partitions.add(new PartitionInfo(partition.topic(), i, null, null, null));
                updateBeginningOffsets(Map.of(partition, logs.get(i).begin));
                updateEndOffsets(Map.of(partition, logs.get(i).end));
            }
            updatePartitions(Topics.DEAD_LETTERS, partitions);
        }

        @Override
        public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
            Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> found = new HashMap<>();
            for (TopicPartition each : silent ? List.<TopicPartition>of() : assignment()) {
                Log log = logs.get(each.partition());
                List<ConsumerRecord<String, byte[]>> some = log.records.tailMap(position(each), true).values().stream()
                        .limit(POLLED_AT_ONCE)
                        .toList();
                found.put(each, some);
                sent += some.size();
                Long next = some.isEmpty()
                        ? null
                        : log.records.higherKey(some.getLast().offset());
                seek(each, next == null ? log.end : next);
            }
            return new ConsumerRecords<>(found, Map.of());
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
            Map<TopicPartition, OffsetAndTimestamp> firsts = new HashMap<>();
            times.forEach((partition, time) -> logs.get(partition.partition()).records.values().stream()
                    .filter(each -> each.timestamp() >= time)
                    .findFirst()
                    .ifPresent(each -> firsts.put(partition, new OffsetAndTimestamp(each.offset(), each.timestamp()))));
            return firsts;
        }
    }
}
