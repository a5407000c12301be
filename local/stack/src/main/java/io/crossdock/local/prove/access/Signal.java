package io.crossdock.local.prove.access;

import io.crossdock.local.layout.Brokers;
import io.crossdock.local.process.StackFailure;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Asks a change feed to say a word in its log. The thread in which Debezium hears signals ends without one when it is refused: so it is
 * told by the silence whether it hears.
 */
final class Signal {

    private static final String TOPIC = "source.signals";
    private static final String CONNECTION = "wms-east";

    private final String word = "heard-" + UUID.randomUUID();

    /** Sends it; it is at the broker when this returns. */
    void send() {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(Brokers.current().producer(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(
                            TOPIC,
                            0,
                            CONNECTION,
                            "{\"id\":\"%1$s\",\"type\":\"log\",\"data\":{\"message\":\"%1$s\"}}".formatted(word)))
                    .get();
        } catch (ExecutionException e) {
            throw new StackFailure("No signal can be sent to " + TOPIC + ": " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Sending a signal was interrupted.", e);
        }
    }

    boolean isHeardIn(String log) {
        return log.contains(word);
    }
}
