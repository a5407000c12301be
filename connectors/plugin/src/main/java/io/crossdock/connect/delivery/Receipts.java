package io.crossdock.connect.delivery;

import io.crossdock.connect.delivery.Attempt.Settled;
import io.crossdock.contract.OrderVersion;
import io.crossdock.contract.Receipt;

/** What the sender is told about a message. */
final class Receipts {

    private Receipts() {}

    static Receipt of(Delivery delivery, Settled settled) {
        Message message = delivery.message();
        return Receipt.newBuilder()
                .setTarget(message.target())
                .setTargetKey(message.targetKey())
                .setEffect(message.effect())
                .setSender(message.sender())
                .setOrderId(message.orderId())
                .setVersion(version(message.version()))
                .setContentHash(message.contentHash())
                .setIdempotencyKey(message.idempotencyKey())
                .setOutcome(settled.outcome())
                .setAttempts(delivery.attempts())
                .setConfirmedAt(settled.at())
                .setCalledAt(delivery.calledAt())
                .setAnsweredAt(delivery.answeredAt())
                .setFoundVersion(settled.found() == null ? null : version(settled.found()))
                .setDetail(settled.detail())
                .setTraceparent(message.traceparent())
                .build();
    }

    static OrderVersion version(io.crossdock.order.fact.OrderVersion version) {
        return new OrderVersion(version.epoch(), version.seq());
    }
}
