package io.crossdock.local.database;

import io.crossdock.connect.sink.table.TableSinkTask;
import io.crossdock.contract.LedgerEntry;
import io.crossdock.contract.Receipt;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** One task of the sink to tables on a database; what it reports is kept. */
final class TableSinkBench implements SinkTaskContext, AutoCloseable {

    private static final TopicPartition PARTITION = new TopicPartition("out.erp", 0);

    private final MockProducer<String, SpecificRecord> producer =
            new MockProducer<>(true, null, new StringSerializer(), (topic, value) -> new byte[0]);
    private final TableSinkTask task = new TableSinkTask(settings -> producer);
    private long nextOffset;

    TableSinkBench(InboundDatabase database, Map<String, String> more) {
        Map<String, String> options = new HashMap<>(Map.of(
                "connection",
                "erp",
                "jdbc.url",
                database.url(),
                "jdbc.user",
                "inbound",
                "jdbc.password",
                InboundDatabase.PASSWORD,
                "tables",
                "inbound_orders,closed",
                "retry.initial.ms",
                "20",
                "retry.max.ms",
                "100",
                "receipts.bootstrap.servers",
                "127.0.0.1:1",
                "receipts.registry.url",
                "http://127.0.0.1:1"));
        options.putAll(more);
        task.initialize(this);
        task.start(options);
        task.open(List.of(PARTITION));
    }

    /** Hands a message in. */
    void put(Map<String, Object> message) {
        task.put(List.of(new SinkRecord(
                PARTITION.topic(),
                PARTITION.partition(),
                null,
                message.get("targetKey"),
                null,
                message,
                nextOffset++,
                0L,
                TimestampType.CREATE_TIME)));
    }

    /** Waits for receipts, at most twenty seconds. */
    List<Receipt> receipts(int count) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (written(Receipt.class).size() < count && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        return written(Receipt.class);
    }

    /** The attempts so far. */
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

    /** A row for the table of orders. */
    static Map<String, Object> message(String key, String payload) {
        Map<String, Object> message = new HashMap<>();
        message.put("kind", "EFFECT");
        message.put("effect", "warehouse-order");
        message.put("target", "erp");
        message.put("targetKey", key);
        message.put("externalId", true);
        message.put("object", "inbound_orders");
        message.put("sender", "erp:sales-order:SO-1");
        message.put("orderId", "ord_1");
        message.put("version", Map.of("epoch", 1L, "seq", 3L));
        message.put("contentHash", "hash");
        message.put("idempotencyKey", key);
        message.put("payload", payload);
        return message;
    }

    @Override
    public void close() {
        task.close(List.of(PARTITION));
        task.stop();
    }

    @Override
    public Map<String, String> configs() {
        return Map.of();
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        throw new UnsupportedOperationException("the task never rewinds");
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        throw new UnsupportedOperationException("the task never rewinds");
    }

    @Override
    public void timeout(long timeoutMs) {
        // Nobody polls here.
    }

    @Override
    public Set<TopicPartition> assignment() {
        return Set.of(PARTITION);
    }

    @Override
    public void pause(TopicPartition... partitions) {
        // Nobody reads here.
    }

    @Override
    public void resume(TopicPartition... partitions) {
        // Nobody reads here.
    }

    @Override
    public void requestCommit() {
        // Nobody commits here.
    }

    @Override
    public PluginMetrics pluginMetrics() {
        throw new UnsupportedOperationException("the task registers no metrics");
    }
}
