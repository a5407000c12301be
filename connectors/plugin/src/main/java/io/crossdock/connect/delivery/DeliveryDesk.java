package io.crossdock.connect.delivery;

import io.crossdock.connect.call.TargetHealth;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Connect's thread hands messages in: takes them on, holds reading back when too many wait, and knows which offsets are
 * done. Used by Connect's thread only; what it shares with the sequences is in {@link Assignment} and {@link TargetHealth}.
 */
final class DeliveryDesk {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryDesk.class);
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final long LOOK_AGAIN_MS = 20;
    private static final int COMMIT_EVERY = 500;

    private final SinkTaskContext context;
    private final DeliverySettings settings;
    private final FatalFailure failure;
    private final TargetHealth health;
    private final LastVersions known;
    private final Clock clock;
    private final Sequences sequences;
    private final Map<TopicPartition, Assignment> assignments = new HashMap<>();
    private boolean paused;
    private boolean refused;
    private int sinceCommit;

    DeliveryDesk(
            SinkTaskContext context,
            DeliverySettings settings,
            Courier courier,
            FatalFailure failure,
            TargetHealth health,
            LastVersions known,
            Clock clock,
            ThreadFactory threads) {
        this.context = context;
        this.settings = settings;
        this.failure = failure;
        this.health = health;
        this.known = known;
        this.clock = clock;
        this.sequences = new Sequences(courier::deliver, threads);
    }

    void open(Collection<TopicPartition> partitions) {
        known.clear();
        partitions.forEach(partition -> assignments.put(partition, new Assignment(clock.instant())));
    }

    /**
     * Takes messages on.
     *
     * @throws RetriableException if the target is down: none of them has been taken on
     * @throws org.apache.kafka.connect.errors.ConnectException if a message or its receipt failed for good
     */
    void put(Collection<SinkRecord> records) {
        failure.check();
        if (!records.isEmpty()) {
            refuseWhileDown();
        }
        records.forEach(this::take);
        holdBack();
        if (sinceCommit >= COMMIT_EVERY) {
            sinceCommit = 0;
            context.requestCommit();
        }
    }

    /** Every second time: a target that is down for one message alone must be tried with others. */
    private void refuseWhileDown() {
        String down = refused ? null : health.down();
        refused = down != null;
        if (down != null) {
            context.timeout(settings.retryMax().toMillis());
            throw new RetriableException(
                    down + ". It is tried again from time to time, and nothing is lost. If it lasts,"
                            + " look whether the target runs, and whether address and credentials are right");
        }
    }

    private void take(SinkRecord record) {
        if (record.value() == null) {
            LOG.warn(
                    "{}-{}@{} holds no message and is passed over",
                    record.topic(),
                    record.kafkaPartition(),
                    record.kafkaOffset());
            return;
        }
        TopicPartition partition = new TopicPartition(record.topic(), record.kafkaPartition());
        Assignment assignment = assignments.computeIfAbsent(partition, missing -> new Assignment(clock.instant()));
        Message message = Message.of(record.value());
        boolean maybeApplied = assignment.mayHaveBeenDelivered(record.timestamp(), settings.fenceMargin());
        assignment.accept(record.kafkaOffset());
        sequences.add(new Work(message, assignment, record.kafkaOffset(), maybeApplied));
        sinceCommit++;
    }

    /** Stops reading above the bound, and starts again below it at once: what is not read cannot overtake. */
    private void holdBack() {
        int pending =
                assignments.values().stream().mapToInt(Assignment::pending).sum();
        TopicPartition[] ours = context.assignment().toArray(TopicPartition[]::new);
        if (!paused && pending >= settings.maxPending()) {
            paused = true;
            context.pause(ours);
        } else if (paused && pending < settings.maxPending()) {
            paused = false;
            context.resume(ours);
        }
        if (paused) {
            context.timeout(LOOK_AGAIN_MS);
        }
    }

    /** The offsets whose messages all have a receipt at the broker. */
    Map<TopicPartition, OffsetAndMetadata> committable(Map<TopicPartition, OffsetAndMetadata> current) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        current.forEach((partition, delivered) -> {
            Assignment assignment = assignments.get(partition);
            offsets.put(
                    partition,
                    assignment == null ? delivered : new OffsetAndMetadata(assignment.committable(delivered.offset())));
        });
        return offsets;
    }

    /** Lets go of partitions: what is under way may end, what waits is left to the next owner. */
    void close(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            Assignment assignment = assignments.remove(partition);
            if (assignment != null) {
                assignment.end();
            }
        }
        known.clear();
        try {
            sequences.settle(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        close(List.copyOf(assignments.keySet()));
    }
}
