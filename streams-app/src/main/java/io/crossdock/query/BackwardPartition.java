package io.crossdock.query;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One partition, from its end to its beginning: read in steps, each of which is read forwards. */
final class BackwardPartition {

    /** Most questions are answered by a few; a filter that seldom finds something reads more at a time. */
    private static final int FIRST_STEP = 50;

    private static final int LONGEST_STEP = 2_000;
    private static final Duration ONE_POLL = Duration.ofMillis(200);

    private final TopicPartition partition;
    private final long begin;
    private final Deque<ConsumerRecord<String, byte[]>> newestFirst = new ArrayDeque<>();
    private long unread;
    private int step = FIRST_STEP;

    /**
     * A partition that is not read yet.
     *
     * @param begin the first offset that is wanted
     * @param end the first that is not
     */
    BackwardPartition(TopicPartition partition, long begin, long end) {
        this.partition = partition;
        this.begin = begin;
        this.unread = end;
    }

    /** Its number. */
    int number() {
        return partition.partition();
    }

    /** Whether nothing is left of it. */
    boolean isDone() {
        return newestFirst.isEmpty() && unread <= begin;
    }

    /** Whether its newest record can only be told after a further step. */
    boolean isDry() {
        return newestFirst.isEmpty() && unread > begin;
    }

    /** The offset before which nothing has been taken. */
    long before() {
        ConsumerRecord<String, byte[]> newest = newestFirst.peekFirst();
        return newest == null ? unread : newest.offset() + 1;
    }

    /** The newest record that is left; null before a step, and after the last. */
    @Nullable
    ConsumerRecord<String, byte[]> newest() {
        return newestFirst.peekFirst();
    }

    /** Takes the newest record away. */
    ConsumerRecord<String, byte[]> take() {
        return newestFirst.removeFirst();
    }

    /**
     * Reads a step towards the beginning.
     *
     * @param patience how long the broker may say nothing
     * @return over how many offsets it went; some hold no record but a transaction's end, or what was given up
     * @throws NotReadyException if the broker says nothing
     */
    long read(Consumer<String, byte[]> consumer, Duration patience) {
        long end = unread;
        long from = Math.max(begin, end - step);
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        long until = System.nanoTime() + patience.toNanos();
        long reached = from;
        while (reached < end) {
            for (ConsumerRecord<String, byte[]> each : consumer.poll(ONE_POLL).records(partition)) {
                if (each.offset() < end) {
                    newestFirst.addFirst(each);
                }
            }
            long position = consumer.position(partition);
            if (position > reached) {
                until = System.nanoTime() + patience.toNanos();
            } else if (System.nanoTime() > until) {
                throw new NotReadyException("The broker sends nothing of " + partition + ".");
            }
            reached = position;
        }
        unread = from;
        step = Math.min(LONGEST_STEP, step * 2);
        return end - from;
    }
}
