package io.crossdock.runtime;

import io.crossdock.contract.AuditEntry;
import io.crossdock.query.http.OperatorLog;
import io.crossdock.topology.Topics;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Writes {@code operator.audit}: the key is the time, the partition that of what the entry concerns, whose task reads it. */
final class AuditLog implements OperatorLog, AutoCloseable {

    private final SafeProducer<AuditEntry> producer;

    AuditLog(SafeProducer<AuditEntry> producer) {
        this.producer = producer;
    }

    static AuditLog to(Map<String, Object> client, Serializer<AuditEntry> values) {
        return new AuditLog(SafeProducer.to(client, values));
    }

    @Override
    public void write(int partition, AuditEntry entry) {
        producer.write(
                new ProducerRecord<>(Topics.AUDIT, partition, entry.getAt().toString(), entry));
    }

    @Override
    public void close() {
        producer.close();
    }
}
