package io.crossdock.connect.sink;

import io.crossdock.connect.sink.Attempt.Settled;
import io.crossdock.contract.OrderVersion;
import io.crossdock.contract.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Tells the sender what became of a message; only then is the message finished. */
final class Receipts implements AutoCloseable {

    private final Producer<String, Receipt> producer;
    private final String topic;
    private final FatalFailure failure;

    Receipts(Producer<String, Receipt> producer, String topic, FatalFailure failure) {
        this.producer = producer;
        this.topic = topic;
        this.failure = failure;
    }

    /**
     * Writes the receipt; the message is finished when the broker has it.
     *
     * @throws RuntimeException if it cannot be serialized now, for example because the registry is out of reach
     */
    void send(Work work, Settled settled, int attempts) {
        Message message = work.message();
        ProducerRecord<String, Receipt> record =
                new ProducerRecord<>(topic, message.sender(), receipt(message, settled, attempts));
        if (message.traceparent() != null) {
            record.headers().add("traceparent", message.traceparent().getBytes(StandardCharsets.UTF_8));
        }
        var unused = producer.send(record, (metadata, error) -> {
            if (error == null) {
                work.assignment().finish(work.offset());
            } else {
                failure.report(error);
            }
        });
    }

    private static Receipt receipt(Message message, Settled settled, int attempts) {
        return Receipt.newBuilder()
                .setTarget(message.target())
                .setTargetKey(message.targetKey())
                .setSender(message.sender())
                .setOrderId(message.orderId())
                .setVersion(version(message.version()))
                .setContentHash(message.contentHash())
                .setIdempotencyKey(message.idempotencyKey())
                .setOutcome(settled.outcome())
                .setAttempts(attempts)
                .setConfirmedAt(settled.at())
                .setFoundVersion(settled.found() == null ? null : version(settled.found()))
                .setDetail(settled.detail())
                .setTraceparent(message.traceparent())
                .build();
    }

    private static OrderVersion version(io.crossdock.order.fact.OrderVersion version) {
        return new OrderVersion(version.epoch(), version.seq());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
