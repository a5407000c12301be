package io.crossdock.connect.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what happened to the broker: an entry of the ledger for each attempt, then the receipt for the sender. Only when the
 * broker has all of them is the message finished.
 */
final class Reports implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Producer<String, SpecificRecord> producer;
    private final DeliverySettings settings;
    private final FatalFailure failure;

    Reports(Producer<String, SpecificRecord> producer, DeliverySettings settings, FatalFailure failure) {
        this.producer = producer;
        this.settings = settings;
        this.failure = failure;
    }

    /** Hands an entry to the producer, however long its schema cannot be registered, while the partition is ours. */
    void ledger(Delivery delivery, SpecificRecord entry) throws InterruptedException {
        delivery.reporting();
        write(delivery, settings.ledgerTopic(), delivery.message().targetKey(), entry);
    }

    /** The same for the receipt, which ends the delivery. */
    void receipt(Delivery delivery, SpecificRecord receipt) throws InterruptedException {
        write(delivery, settings.receiptsTopic(), delivery.message().sender(), receipt);
    }

    private void write(Delivery delivery, String topic, String key, SpecificRecord value) throws InterruptedException {
        ProducerRecord<String, SpecificRecord> record = new ProducerRecord<>(topic, key, value);
        String trace = delivery.message().traceparent();
        if (trace != null) {
            record.headers().add("traceparent", trace.getBytes(StandardCharsets.UTF_8));
        }
        boolean told = false;
        do {
            try {
                send(delivery, record);
                return;
            } catch (InterruptException e) {
                throw e;
            } catch (RuntimeException e) {
                if (!told) {
                    LOG.warn(
                            "{} of {} cannot be written to {}: the message stays open and is not sent again. Is the"
                                    + " registry up (receipts.registry.url)?",
                            value.getClass().getSimpleName(),
                            delivery.message().idempotencyKey(),
                            topic,
                            e);
                    told = true;
                }
                delivery.assignment().pause(PAUSE);
            }
        } while (!delivery.assignment().isOver());
    }

    private void send(Delivery delivery, ProducerRecord<String, SpecificRecord> record) {
        var unused = producer.send(record, (metadata, error) -> {
            if (error == null) {
                delivery.confirmed();
            } else {
                failure.report(error);
            }
        });
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
