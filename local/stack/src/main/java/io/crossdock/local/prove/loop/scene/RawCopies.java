package io.crossdock.local.prove.loop.scene;

import io.crossdock.local.layout.Brokers;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.prove.broker.Consumers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The very raw records that said that a shipment of the east has left, and their coming again, as a source may deliver twice. */
final class RawCopies {

    private static final String SHIPMENTS = "raw.wms-east.shipments";
    private static final String LINES = "raw.wms-east.shipment-lines";

    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    /** Reads them back: the newest of the shipment, and all of its lines. */
    RawCopies(String shipment) {
        List<ConsumerRecord<String, byte[]>> said = read(SHIPMENTS, shipment);
        if (said.isEmpty()) {
            throw new StackFailure(SHIPMENTS + " holds no record of " + shipment
                    + ": does wms-east-source run? `./crossdock status` says.");
        }
        records.add(said.getLast());
        records.addAll(read(LINES, shipment));
    }

    /** How many they are. */
    int size() {
        return records.size();
    }

    /** Writes each so many times more: same partition, key, value and headers. */
    void produce(int times) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(Brokers.current().producer(), new StringSerializer(), new ByteArraySerializer())) {
            for (int time = 0; time < times; time++) {
                for (ConsumerRecord<String, byte[]> each : records) {
                    producer.send(new ProducerRecord<>(
                                    each.topic(), each.partition(), each.key(), each.value(), each.headers()))
                            .get();
                }
            }
        } catch (ExecutionException e) {
            throw new StackFailure("A raw record could not be written again: " + e.getCause() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while raw records were written again.", e);
        }
    }

    /** How often the broker holds the one of them that it holds least often. */
    long held() {
        return records.stream()
                .mapToLong(each -> read(each.topic(), each.key()).stream()
                        .filter(other -> Arrays.equals(other.value(), each.value()))
                        .count())
                .min()
                .orElse(0);
    }

    private static List<ConsumerRecord<String, byte[]>> read(String topic, String shipment) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        Consumers.readAll(topic, each -> {
            if (each.key() != null && each.value() != null && each.key().endsWith(shipment)) {
                found.add(each);
            }
        });
        return found;
    }
}
