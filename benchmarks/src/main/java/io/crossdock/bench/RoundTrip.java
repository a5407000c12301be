package io.crossdock.bench;

import io.crossdock.local.layout.Port;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.broker.Consumers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The floor under everything: one small record written and read back, five times a second, on a topic of its own. */
final class RoundTrip implements AutoCloseable {

    private static final String TOPIC = "bench.round-trip";
    private static final long BETWEEN_MS = 200;

    private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", Port.BROKER.address()));
    private final Thread thread;
    private volatile boolean over;

    RoundTrip() {
        try {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new StackFailure("The topic " + TOPIC + " cannot be made: " + e.getCause() + ".", e);
        }
        thread = Thread.ofPlatform().name("round-trip").daemon().start(this::run);
    }

    /** Ends it; what it measured. */
    Durations end() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Durations.of(millis);
    }

    private void run() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Port.BROKER.address(), "linger.ms", 0, "acks", "all");
        try (KafkaConsumer<String, byte[]> consumer = Consumers.open();
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<TopicPartition> partition = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            while (!over) {
                byte[] value = ByteBuffer.allocate(Long.BYTES)
                        .putLong(System.nanoTime())
                        .array();
                var unused = producer.send(new ProducerRecord<>(TOPIC, value));
                var records = consumer.poll(Duration.ofSeconds(2));
                records.forEach(each -> millis.add(
                        (System.nanoTime() - ByteBuffer.wrap(each.value()).getLong()) / 1e6));
                Pause.millis(BETWEEN_MS);
            }
        }
    }

    @Override
    public void close() {
        var unused = end();
        try {
            admin.deleteTopics(List.of(TOPIC)).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new StackFailure("The topic " + TOPIC + " cannot be deleted: " + e.getCause() + ".", e);
        } finally {
            admin.close();
        }
    }
}
