package io.crossdock.bench.throughput;

import io.crossdock.archive.ArchiveStore;
import io.crossdock.correlate.MailboxStore;
import io.crossdock.local.layout.Brokers;
import io.crossdock.local.process.Progress;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.Patience;
import io.crossdock.local.prove.broker.Consumers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Makes many orders of a few: what stores keep of the few is written to their changelogs once more under other numbers, all of the same
 * length, in keys and in values alike. So a million orders stand in minutes that would take a day to be told one by one.
 */
final class Clones {

    /** Number of the first order that is copied; seven digits, and those of no order that is measured. */
    static final int FIRST = 1_000_000;

    /** How many are told one by one. */
    static final int ORIGINALS = 100;

    /** Each byte is a character of its own. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private static final byte[] MARK = {'1', '0', '0', '0'};
    private static final int DIGITS = 7;
    private static final long TELL_EVERY = 1_000_000;
    private static final String CHANGELOG = "-changelog";
    private static final String ARCHIVE = "-" + ArchiveStore.NAME + CHANGELOG;
    private static final String MAILBOXES = "-" + MailboxStore.NAME + CHANGELOG;
    private static final Duration AT_MOST = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Progress progress;
    private final Map<TopicPartition, Map<String, byte[]>> rows = new LinkedHashMap<>();

    Clones(Progress progress) {
        this.progress = progress;
    }

    /**
     * Copies the originals until there are so many orders.
     *
     * @return rows that then stand of all of them
     */
    long write(int orders) {
        read();
        long each = rows.values().stream().mapToLong(Map::size).sum();
        int copies = orders / ORIGINALS - 1;
        AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
        Map<String, Object> settings = new TreeMap<>(Brokers.current().producer());
        settings.putAll(Map.of(
                "linger.ms", 50, "batch.size", 262_144, "buffer.memory", 134_217_728L, "compression.type", "lz4"));
        AtomicLong written = new AtomicLong();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            // Packing the rows is what takes long: each core packs some.
            IntStream.rangeClosed(1, copies).parallel().forEach(copy -> {
                copy(copy * ORIGINALS, producer, failed);
                long now = written.addAndGet(each);
                if (now / TELL_EVERY > (now - each) / TELL_EVERY) {
                    progress.step("copies", now / each + " of " + copies + ", " + now + " rows");
                }
            });
        }
        if (failed.get() != null) {
            throw new StackFailure("A row could not be copied: " + failed.get() + ".", failed.get());
        }
        return written.get() + each;
    }

    /**
     * Waits until all of the originals are archived, by whoever works on them.
     *
     * @throws StackFailure if they are not within two minutes
     */
    void awaitArchived() {
        if (!Patience.until(AT_MOST, BETWEEN_LOOKS, this::isAllArchived)) {
            throw new StackFailure("Orders still live that are done and quiet, after " + AT_MOST.toSeconds() + " s.");
        }
    }

    private boolean isAllArchived() {
        read();
        return isAnyIn(ARCHIVE) && !isAnyIn(MAILBOXES);
    }

    private boolean isAnyIn(String changelog) {
        return rows.entrySet().stream()
                .anyMatch(each -> each.getKey().topic().endsWith(changelog)
                        && !each.getValue().isEmpty());
    }

    private void copy(int offset, KafkaProducer<byte[], byte[]> producer, AtomicReference<@Nullable Exception> failed) {
        rows.forEach((to, originals) -> originals.forEach((key, value) -> {
            var unused = producer.send(
                    new ProducerRecord<>(
                            to.topic(),
                            to.partition(),
                            renumbered(key.getBytes(BYTES), offset),
                            // What is packed says its numbers in no place that is known.
                            to.topic().endsWith(ARCHIVE) ? value : renumbered(value, offset)),
                    (metadata, failure) -> {
                        if (failure != null) {
                            failed.set(failure);
                        }
                    });
        }));
    }

    /** What each changelog says last, of each of the originals. */
    private void read() {
        rows.clear();
        try (KafkaConsumer<byte[], byte[]> consumer = Consumers.ofBytes()) {
            List<TopicPartition> changelogs = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(each -> each.topic().endsWith(CHANGELOG))
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(changelogs);
            consumer.seekToBeginning(changelogs);
            Consumers.readOn(consumer, this::keep);
        }
    }

    private void keep(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || !isOfAnOriginal(record.key())) {
            return;
        }
        Map<String, byte[]> of = rows.computeIfAbsent(
                new TopicPartition(record.topic(), record.partition()), any -> new LinkedHashMap<>());
        if (record.value() == null) {
            of.remove(new String(record.key(), BYTES));
        } else {
            of.put(new String(record.key(), BYTES), record.value());
        }
    }

    private static boolean isOfAnOriginal(byte[] key) {
        for (int at = 0; at + DIGITS <= key.length; at++) {
            if (number(key, at) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The same bytes with each number of an original made greater. */
    static byte[] renumbered(byte[] bytes, int offset) {
        byte[] copy = bytes.clone();
        for (int at = 0; at + DIGITS <= copy.length; at++) {
            int number = number(copy, at);
            if (number >= 0) {
                int left = number + offset;
                for (int digit = at + DIGITS - 1; digit >= at; digit--) {
                    copy[digit] = (byte) ('0' + left % 10);
                    left /= 10;
                }
                at += DIGITS - 1;
            }
        }
        return copy;
    }

    /** The number of an original that stands there; -1 if none does. */
    private static int number(byte[] bytes, int at) {
        for (int i = 0; i < MARK.length; i++) {
            if (bytes[at + i] != MARK[i]) {
                return -1;
            }
        }
        int rest = 0;
        for (int i = at + MARK.length; i < at + DIGITS; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            rest = rest * 10 + bytes[i] - '0';
        }
        return rest < ORIGINALS ? FIRST + rest : -1;
    }
}
