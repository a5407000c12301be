package io.crossdock.local.prove.poison;

import io.crossdock.local.layout.Brokers;
import io.crossdock.local.process.StackFailure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Bad records where they lie now.
 *
 * @param byCoordinates the records by {@code topic-partition@offset}
 */
record Planted(Map<String, BadRecord> byCoordinates) {

    /** Reasons of the dead letters that must come, by coordinates. */
    Map<String, String> deadLetters() {
        return byCoordinates.entrySet().stream()
                .filter(each -> each.getValue().kind().reason() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> String.valueOf(each.getValue().kind().reason())));
    }

    /** How many of a kind a connection got. */
    long count(Poison kind, String connection) {
        return byCoordinates.values().stream()
                .filter(record -> record.kind() == kind && record.connection().equals(connection))
                .count();
    }

    /** Records of a kind. */
    List<BadRecord> of(Poison kind) {
        return byCoordinates.values().stream()
                .filter(record -> record.kind() == kind)
                .toList();
    }

    /** Writes records as a connector does, on the partition of their key. */
    static final class Planter implements AutoCloseable {

        private final KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(Brokers.current().producer(), new ByteArraySerializer(), new ByteArraySerializer());

        /** Writes one record; returns its coordinates once the broker has it. */
        String plant(BadRecord record) {
            String key = record.key();
            byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
            try {
                RecordMetadata at = producer.send(new ProducerRecord<>(record.topic(), keyBytes, record.bytes()))
                        .get();
                return at.topic() + "-" + at.partition() + "@" + at.offset();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackFailure("Planting was interrupted.", e);
            } catch (ExecutionException e) {
                throw new StackFailure(
                        "The broker did not take a planted record of " + record.topic() + ": "
                                + String.valueOf(e.getCause()) + ".",
                        e);
            }
        }

        @Override
        public void close() {
            producer.close();
        }
    }
}
