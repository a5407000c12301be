package io.crossdock.runtime;

import io.crossdock.contract.AuditEntry;
import io.crossdock.query.NotReadyException;
import io.crossdock.query.http.OperatorLog;
import io.crossdock.topology.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes {@code operator.audit}: the key is the time, the partition that of what the entry concerns, whose task reads it. */
final class AuditLog implements OperatorLog, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration ONE_TRY = Duration.ofSeconds(2);

    private final Producer<String, AuditEntry> producer;

    AuditLog(Producer<String, AuditEntry> producer) {
        this.producer = producer;
    }

    static AuditLog to(String bootstrap, Serializer<AuditEntry> values) {
        Map<String, Object> config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE.toMillis(),
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) ONE_TRY.toMillis(),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis());
        return new AuditLog(new KafkaProducer<>(config, new StringSerializer(), values));
    }

    @Override
    public void write(int partition, AuditEntry entry) {
        try {
            producer.send(new ProducerRecord<>(
                            Topics.AUDIT, partition, entry.getAt().toString(), entry))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new NotReadyException("What you did cannot be written to " + Topics.AUDIT + " now.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("Interrupted while writing to " + Topics.AUDIT + ".");
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
