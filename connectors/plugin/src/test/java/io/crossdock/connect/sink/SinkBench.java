package io.crossdock.connect.sink;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.crossdock.connect.avro.MemoryRegistry;
import io.crossdock.connect.avro.RegistrySettings;
import io.crossdock.connect.delivery.NoContext;
import io.crossdock.connect.http.FakeTarget;
import io.crossdock.contract.LedgerEntry;
import io.crossdock.contract.Receipt;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.connect.sink.SinkRecord;

/** A worker with one partition and one task on a fake target; receipts go to a producer that keeps them. */
final class SinkBench extends NoContext implements AutoCloseable {

    static final TopicPartition PARTITION = new TopicPartition("out.crm", 0);

    final MockProducer<String, SpecificRecord> producer;
    final Set<TopicPartition> pausedPartitions = new HashSet<>();
    private final RestSinkTask task;
    private long nextOffset;

    SinkBench(FakeTarget target, boolean brokerConfirms, Map<String, String> more) {
        this(target.options(), brokerConfirms, more);
    }

    SinkBench(Map<String, String> way, boolean brokerConfirms, Map<String, String> more) {
        super(PARTITION);
        AvroKafkaSerializer<SpecificRecord> serializer = new AvroKafkaSerializer<>(new MemoryRegistry());
        serializer.configure(RegistrySettings.of("http://127.0.0.1:1", Map.of(), ""), false);
        producer = new MockProducer<>(brokerConfirms, null, new StringSerializer(), serializer);
        task = new RestSinkTask(config -> producer);
        Map<String, String> options = new HashMap<>(way);
        options.put("receipts.bootstrap.servers", "127.0.0.1:1");
        options.put("receipts.registry.url", "http://127.0.0.1:1");
        options.put("retry.initial.ms", "5");
        options.put("retry.max.ms", "20");
        options.put("fence.margin.ms", "0");
        options.putAll(more);
        task.initialize(this);
        task.start(options);
        task.open(List.of(PARTITION));
    }

    /** Hands a message in that was written after the partition was opened. */
    void put(Map<String, Object> message) {
        put(message, System.currentTimeMillis() + 60_000);
    }

    /** Hands a message in that was written before the partition was opened. */
    void putAgain(Map<String, Object> message) {
        put(message, System.currentTimeMillis() - 60_000);
    }

    private void put(Map<String, Object> message, long timestamp) {
        SinkRecord record = new SinkRecord(
                PARTITION.topic(),
                PARTITION.partition(),
                null,
                message.get("targetKey"),
                null,
                message,
                nextOffset,
                timestamp,
                TimestampType.CREATE_TIME);
        task.put(List.of(record));
        nextOffset++;
    }

    /** What Connect does between two messages. */
    void idle() {
        task.put(List.of());
    }

    /** Waits until something is so, at most ten seconds. */
    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it was not so within ten seconds").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Waits for receipts, at most ten seconds. */
    List<Receipt> receipts(int count) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (written(Receipt.class).size() < count && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        assertThat(written(Receipt.class)).hasSizeGreaterThanOrEqualTo(count);
        return written(Receipt.class);
    }

    /** The attempts written down so far. */
    List<LedgerEntry> ledger() {
        return written(LedgerEntry.class);
    }

    private <T> List<T> written(Class<T> type) {
        return producer.history().stream()
                .map(ProducerRecord::value)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The offset Connect would commit. */
    long committable() {
        Map<TopicPartition, OffsetAndMetadata> offsets =
                task.preCommit(Map.of(PARTITION, new OffsetAndMetadata(nextOffset)));
        return requireNonNull(offsets.get(PARTITION)).offset();
    }

    @Override
    public void close() {
        task.close(List.of(PARTITION));
        task.stop();
    }

    static Map<String, Object> message(String key, long seq) {
        Map<String, Object> message = new HashMap<>();
        message.put("kind", "STATE");
        message.put("target", "crm");
        message.put("targetKey", key);
        message.put("externalId", false);
        message.put("object", "Order");
        message.put("sender", "crm:order:" + key);
        message.put("orderId", "ord_1");
        message.put("version", Map.of("epoch", 1L, "seq", seq));
        message.put("contentHash", "hash-" + seq);
        message.put("idempotencyKey", "crm/" + key + "/1." + seq);
        message.put("payload", "{\"crossdock_status__c\":\"SHIPPED\",\"amount\":10.50}");
        message.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        return message;
    }

    /** Something done once, named by its key. */
    static Map<String, Object> effect(String order, String effect) {
        Map<String, Object> message = message("erp:" + order, 1);
        message.put("kind", "EFFECT");
        message.put("effect", effect);
        message.put("object", "notifications");
        message.put("externalId", true);
        message.put("idempotencyKey", "crm|" + effect + "|wms-east:shipment:S-77|shipped");
        message.put("payload", "{\"order\":\"" + order + "\",\"amount\":10.50}");
        return message;
    }

    /** The message in the lane that goes ahead. */
    static Map<String, Object> express(Map<String, Object> message) {
        message.put("lane", "EXPRESS");
        return message;
    }

    @Override
    public void timeout(long timeoutMs) {
        assertThat(timeoutMs).isPositive();
    }

    @Override
    public void pause(TopicPartition... partitions) {
        pausedPartitions.addAll(List.of(partitions));
    }

    @Override
    public void resume(TopicPartition... partitions) {
        pausedPartitions.removeAll(List.of(partitions));
    }

    @Override
    public void requestCommit() {
        assertThat(nextOffset).isPositive();
    }
}
