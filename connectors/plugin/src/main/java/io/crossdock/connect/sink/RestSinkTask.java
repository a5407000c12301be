package io.crossdock.connect.sink;

import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.crossdock.connect.PluginVersion;
import io.crossdock.connect.http.RestClient;
import io.crossdock.connect.http.RestSettings;
import io.crossdock.contract.Receipt;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the messages of some partitions. {@link #put} only queues them; offsets are committed up to the first message
 * whose receipt the broker does not hold.
 */
public final class RestSinkTask extends SinkTask {

    private final Function<RestSinkConfig, Producer<String, Receipt>> producers;
    private @Nullable DeliveryDesk desk;
    private @Nullable RestClient client;
    private @Nullable Receipts receipts;

    /** For Connect, which calls {@link #start} next. */
    public RestSinkTask() {
        this(RestSinkTask::kafkaProducer);
    }

    /** A task with a given producer of receipts. */
    RestSinkTask(Function<RestSinkConfig, Producer<String, Receipt>> producers) {
        this.producers = producers;
    }

    @Override
    public void start(Map<String, String> options) {
        RestSinkConfig config = new RestSinkConfig(options);
        RestSettings rest = config.rest();
        Clock clock = Clock.systemUTC();
        RestClient opened = new RestClient(rest, config.parallelism(), clock);
        FatalFailure failure = new FatalFailure();
        Receipts written = new Receipts(producers.apply(config), config.receiptsTopic(), failure);
        TargetHealth health =
                new TargetHealth(rest.connection() + " at " + rest.base(), config.retryBound(), config.retryMax());
        LastVersions known = new LastVersions();
        Target target = new Target(opened, config.externalIdField(), config.fenceField());
        Courier courier = new Courier(
                new FencedWriter(target, known, clock),
                written,
                health,
                new Backoff(config.retryInitial(), config.retryMax()),
                failure);
        client = opened;
        receipts = written;
        desk = new DeliveryDesk(context, config, courier, failure, health, known, clock);
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        desk().open(partitions);
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        desk().put(records);
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> current) {
        return desk().committable(current);
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        desk().close(partitions);
    }

    @Override
    public void stop() {
        if (desk != null) {
            desk.stop();
        }
        if (client != null) {
            client.close();
        }
        if (receipts != null) {
            receipts.close();
        }
    }

    @Override
    public String version() {
        return PluginVersion.text();
    }

    private DeliveryDesk desk() {
        if (desk == null) {
            throw new IllegalStateException("The task has not been started");
        }
        return desk;
    }

    private static Producer<String, Receipt> kafkaProducer(RestSinkConfig config) {
        AvroKafkaSerializer<Receipt> serializer = new AvroKafkaSerializer<>();
        serializer.configure(config.receiptsSerializer(), false);
        return new KafkaProducer<>(config.receiptsProducer(), new StringSerializer(), serializer);
    }
}
