package io.crossdock.runtime;

import io.crossdock.query.NotReadyException;
import java.time.Duration;
import java.util.HashMap;
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

/**
 * Writes a record now and then, each safely, beside what the stream threads write.
 *
 * @param <V> type of the values
 */
final class SafeProducer<V> implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration ONE_TRY = Duration.ofSeconds(2);

    private final Producer<String, V> producer;

    SafeProducer(Producer<String, V> producer) {
        this.producer = producer;
    }

    /** To the brokers that {@code client}, the settings of any client, leads to. */
    static <V> SafeProducer<V> to(Map<String, Object> client, Serializer<V> values) {
        Map<String, Object> config = new HashMap<>(client);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ONE_TRY.toMillis());
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return new SafeProducer<>(new KafkaProducer<>(config, new StringSerializer(), values));
    }

    /**
     * Returns once the record is safe.
     *
     * @throws NotReadyException if it cannot be written now
     */
    void write(ProducerRecord<String, V> entry) {
        try {
            producer.send(entry).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new NotReadyException("Nothing can be written to " + entry.topic() + " now.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("Interrupted while writing to " + entry.topic() + ".");
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
