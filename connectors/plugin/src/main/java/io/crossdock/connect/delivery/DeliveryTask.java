package io.crossdock.connect.delivery;

import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.crossdock.connect.PluginVersion;
import io.crossdock.connect.call.TargetHealth;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the messages of some partitions to whatever target it opens. {@link #put} only queues them; offsets are committed
 * up to the first message whose receipt or ledger the broker does not hold.
 */
public abstract class DeliveryTask extends SinkTask {

    /**
     * What a task works with.
     *
     * @param health says when the target is down
     */
    public record Opened(DeliverySettings settings, Target target, TargetHealth health) {}

    private final Function<DeliverySettings, Producer<String, SpecificRecord>> producers;
    private @Nullable DeliveryDesk desk;
    private @Nullable Target target;
    private @Nullable Reports reports;

    /** A task with a producer of its own. */
    protected DeliveryTask() {
        this(DeliveryTask::kafkaProducer);
    }

    /** A task with a given producer of receipts and ledger. */
    protected DeliveryTask(Function<DeliverySettings, Producer<String, SpecificRecord>> producers) {
        this.producers = producers;
    }

    /**
     * Opens the target.
     *
     * @throws org.apache.kafka.common.config.ConfigException if an option is wrong
     */
    protected abstract Opened open(Map<String, String> options, Clock clock);

    @Override
    public final void start(Map<String, String> options) {
        Clock clock = Clock.systemUTC();
        Opened opened = open(options, clock);
        DeliverySettings settings = opened.settings();
        FatalFailure failure = new FatalFailure();
        Reports written = new Reports(producers.apply(settings), settings, failure);
        LastVersions known = new LastVersions();
        Courier courier = new Courier(
                new FencedWriter(opened.target(), known, settings.switches()),
                written,
                new Patience(settings, clock),
                failure,
                clock);
        target = opened.target();
        reports = written;
        desk = new DeliveryDesk(
                context,
                settings,
                courier,
                failure,
                opened.health(),
                known,
                clock,
                Thread.ofVirtual().factory());
    }

    @Override
    public final void open(Collection<TopicPartition> partitions) {
        desk().open(partitions);
    }

    @Override
    public final void put(Collection<SinkRecord> records) {
        desk().put(records);
    }

    @Override
    public final Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> current) {
        return desk().committable(current);
    }

    @Override
    public final void close(Collection<TopicPartition> partitions) {
        desk().close(partitions);
    }

    @Override
    public final void stop() {
        if (desk != null) {
            desk.stop();
        }
        if (target != null) {
            target.close();
        }
        if (reports != null) {
            reports.close();
        }
    }

    @Override
    public final String version() {
        return PluginVersion.text();
    }

    private DeliveryDesk desk() {
        if (desk == null) {
            throw new IllegalStateException("The task has not been started");
        }
        return desk;
    }

    private static Producer<String, SpecificRecord> kafkaProducer(DeliverySettings settings) {
        AvroKafkaSerializer<SpecificRecord> serializer = new AvroKafkaSerializer<>();
        serializer.configure(settings.serializer(), false);
        return new KafkaProducer<>(settings.producer(), new StringSerializer(), serializer);
    }
}
