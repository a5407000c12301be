package io.crossdock.bench.throughput;

import io.crossdock.local.layout.Port;
import io.crossdock.local.process.StackFailure;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes raw records to a variant's own copies of the raw topics. */
final class Preload {

    private Preload() {}

    /**
     * What was written.
     *
     * @param records how many
     * @param bytes of their keys and values
     */
    record Written(long records, long bytes) {}

    /** Writes them all, acknowledged, each key to its partition. */
    static Written write(Variant variant, Iterator<RawFact> facts) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                Port.BROKER.address(),
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                20,
                "batch.size",
                65_536,
                "compression.type",
                "lz4");
        AtomicReference<Exception> failed = new AtomicReference<>();
        long records = 0;
        long bytes = 0;
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            while (facts.hasNext()) {
                RawFact fact = facts.next();
                byte[] value = fact.value().getBytes(StandardCharsets.UTF_8);
                byte[] key = fact.key().getBytes(StandardCharsets.UTF_8);
                var unused = producer.send(
                        new ProducerRecord<>(variant.topic(fact.topic()), key, value), (metadata, failure) -> {
                            if (failure != null) {
                                failed.set(failure);
                            }
                        });
                records++;
                bytes += key.length + value.length;
            }
            producer.flush();
        }
        if (failed.get() != null) {
            throw new StackFailure("A raw record could not be written: " + failed.get() + ".", failed.get());
        }
        return new Written(records, bytes);
    }
}
