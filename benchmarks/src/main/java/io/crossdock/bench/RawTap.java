package io.crossdock.bench;

import io.crossdock.local.prove.broker.Consumers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** A plain consumer beside the application, at the raw topic of shipments: when did each record reach a reader? */
final class RawTap implements AutoCloseable {

    private static final String TOPIC = "raw.wms-east.shipments";

    private final Map<String, Instant> consumed = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, byte[]> consumer = Consumers.open();
    private final Thread thread;
    private volatile boolean over;

    /** Begins at the end of the topic as it is now. */
    RawTap() {
        List<TopicPartition> partitions = Consumers.partitions(consumer, TOPIC);
        consumer.assign(partitions);
        consumer.endOffsets(partitions).forEach(consumer::seek);
        thread = Thread.ofPlatform().name("raw-tap").daemon().start(this::read);
    }

    /** When the first new record of each key was there. */
    Map<String, Instant> consumed() {
        return consumed;
    }

    private void read() {
        while (!over) {
            consumer.poll(Duration.ofMillis(100)).forEach(each -> {
                if (each.key() != null) {
                    consumed.putIfAbsent(each.key(), Instant.now());
                }
            });
        }
        consumer.close();
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
