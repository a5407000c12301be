package io.crossdock.connect.delivery;

import io.crossdock.connect.call.TargetHealth;
import io.crossdock.connect.delivery.Attempt.Again;
import io.crossdock.contract.Receipt;
import io.crossdock.order.fact.OrderVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * One life of a sink task, step by step: the desk, sequences, couriers and fence as they are, on threads that stand still at
 * every {@link Question}. No thread runs beside the caller's, no time passes.
 */
public final class SteppedSink implements AutoCloseable {

    private static final TopicPartition PARTITION = new TopicPartition("out", 0);
    private static final TargetHealth HEALTH = new TargetHealth("target", Duration.ofDays(1), Duration.ofMillis(1));

    private final SortedMap<String, Strand> strands = new TreeMap<>();
    private final SortedSet<String> inDoubt = new TreeSet<>();
    private final SortedMap<String, Strand> starting = new TreeMap<>();
    private final LastVersions known = new LastVersions();
    private final DeliveryDesk desk;

    /**
     * Opens the partition.
     *
     * @param openedAt when, by the broker's clock: what was appended later is new to everybody
     * @param clock the worker's
     */
    public SteppedSink(Switches switches, Instant openedAt, InstantSource clock) {
        DeliverySettings settings = settings(switches);
        FatalFailure failure = new FatalFailure();
        Clock worker = clock.withZone(ZoneOffset.UTC);
        Courier courier = new Courier(
                new FencedWriter(new Asked(), known, switches),
                new Reports(new AskedBroker(), settings, failure),
                new Patience(settings, worker),
                failure,
                worker);
        desk = new DeliveryDesk(
                new NoContext(PARTITION),
                settings,
                courier,
                failure,
                HEALTH,
                known,
                Clock.fixed(openedAt, ZoneOffset.UTC),
                this::thread);
        desk.open(List.of(PARTITION));
    }

    /** Hands one record in, as Connect does after a poll. */
    public void put(long offset, Instant appendedAt, Map<String, Object> message) {
        desk.put(List.of(new SinkRecord(
                PARTITION.topic(),
                PARTITION.partition(),
                null,
                message.get("targetKey"),
                null,
                message,
                offset,
                appendedAt.toEpochMilli(),
                TimestampType.CREATE_TIME)));
        run();
    }

    /** What each delivery under way waits for, by the name of its record; none for a record that has nothing to do. */
    public SortedMap<String, Question> questions() {
        SortedMap<String, Question> questions = new TreeMap<>();
        strands.forEach(
                (record, strand) -> questions.put(record, (Question) Objects.requireNonNull(strand.question())));
        return questions;
    }

    /** Records of which it is not known whether the message under way has been applied. */
    public SortedSet<String> inDoubt() {
        return new TreeSet<>(inDoubt);
    }

    /** Answers the question of a record's delivery: a {@link Finding}, an {@link Attempt}, or that the broker has the receipt. */
    public void answer(String record, Object answer) {
        Strand strand = Objects.requireNonNull(strands.remove(record));
        boolean reported = strand.question() instanceof Question.Report;
        boolean uncertain = answer instanceof Finding.Failed || (answer instanceof Again again && again.uncertain());
        if (reported) {
            inDoubt.remove(record);
        } else if (uncertain) {
            inDoubt.add(record);
        }
        strand.answer(answer);
        place(record, strand);
        run();
    }

    /** The offset to commit, of all that were handed in. */
    public long committable(long delivered) {
        return Objects.requireNonNull(desk.committable(Map.of(PARTITION, new OffsetAndMetadata(delivered)))
                        .get(PARTITION))
                .offset();
    }

    /** The version it remembers a record to hold; null if it remembers none. */
    public @Nullable OrderVersion remembers(String record) {
        LastVersions.Held held = known.of(record);
        return held == null ? null : held.version();
    }

    /** The process is killed. */
    @Override
    public void close() {
        strands.values().forEach(Strand::kill);
        strands.clear();
    }

    /** A sequence that is started waits for its turn. */
    private Thread thread(Runnable body) {
        return new Thread() {
            @Override
            public void start() {
                starting.put(getName(), new Strand(body));
            }
        };
    }

    private void run() {
        while (!starting.isEmpty()) {
            String record = starting.firstKey();
            Strand strand = Objects.requireNonNull(starting.remove(record));
            strand.begin();
            place(record, strand);
        }
    }

    private void place(String record, Strand strand) {
        if (strand.question() != null) {
            strands.put(record, strand);
        }
    }

    private static DeliverySettings settings(Switches switches) {
        return new DeliverySettings(
                Duration.ZERO,
                1,
                Integer.MAX_VALUE,
                Duration.ofNanos(1),
                Duration.ofNanos(2),
                Duration.ofDays(1),
                Duration.ofDays(1),
                switches,
                "out.receipts",
                "out.ledger",
                Map.of(),
                Map.of());
    }

    private static final class Asked implements Target {
        @Override
        public Attempt write(Message message) {
            return (Attempt) Strand.ask(new Question.Write(message));
        }

        @Override
        public Finding find(Message message) {
            return (Finding) Strand.ask(new Question.Look(message));
        }

        @Override
        public void close() {}
    }

    /** A broker that confirms what it was given; receipts are given to it by whoever answers. */
    private static final class AskedBroker extends MockProducer<String, SpecificRecord> {
        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // A strand that stops in here must not hold a lock.
        public Future<RecordMetadata> send(ProducerRecord<String, SpecificRecord> record, Callback callback) {
            if (record.value() instanceof Receipt receipt) {
                Strand.ask(new Question.Report(receipt));
            }
            callback.onCompletion(null, null);
            return CompletableFuture.completedFuture(null);
        }
    }
}
