package io.crossdock.local.prove.order;

import io.crossdock.local.layout.Brokers;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.StackFailure;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes raw records as a connector would, not further ahead of the application than it can be killed in the middle of. */
final class Feeder implements AutoCloseable {

    private static final long MOST_AHEAD = 4_000;
    private static final int LOOK_EVERY = 500;

    private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
    private final Backlog backlog;
    private final KafkaProducer<String, byte[]> producer;
    private long written;

    Feeder(Backlog backlog) {
        this.backlog = backlog;
        Map<String, Object> settings = Brokers.current().producer();
        settings.put("enable.idempotence", true);
        settings.put("linger.ms", 5);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Writes one record; waits while the application is far behind. */
    void write(String topic, String key, byte @Nullable [] value) {
        var unused = producer.send(new ProducerRecord<>(topic, key, value), (metadata, failure) -> {
            if (failure != null) {
                failed.set(failure);
            }
        });
        written++;
        if (written % LOOK_EVERY == 0) {
            flush();
            while (backlog.size() > MOST_AHEAD) {
                Pause.millis(50);
            }
        }
    }

    /** Waits until everything written so far is acknowledged. */
    void flush() {
        producer.flush();
        Exception failure = failed.get();
        if (failure != null) {
            throw new StackFailure("A raw record could not be written: " + failure + ".", failure);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
