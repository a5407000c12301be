package io.crossdock.publish;

import io.crossdock.codec.ReceiptFacts;
import io.crossdock.codec.VersionCodec;
import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OutKind;
import io.crossdock.contract.OutMessage;
import io.crossdock.flow.NodeName;
import io.crossdock.flow.Tracked;
import io.crossdock.order.outbox.Effect;
import io.crossdock.order.outbox.View;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Sends messages to targets: each with the fact that it is in flight, in the same transaction. */
final class Outgoing {

    private final ProcessorContext<String, Object> context;
    private final Conditions conditions;

    Outgoing(ProcessorContext<String, Object> context, Conditions conditions) {
        this.context = context;
        this.conditions = conditions;
    }

    /** Tells a target where the order stands. */
    void tell(TargetSpec target, String object, Tracked.Order order, TargetView wanted, Record<String, ?> cause) {
        View view = wanted.view();
        OutMessage message = message(target, order, wanted.record(), cause)
                .setKind(OutKind.STATE)
                .setObject(object)
                .setContentHash(view.contentHash())
                .setIdempotencyKey(target.name() + "|" + view.targetKey() + "|" + view.version())
                .setPayload(wanted.payload())
                .build();
        send(target, order, message, null, cause);
    }

    /** Asks a target for something that is done once. */
    void ask(TargetSpec target, Tracked.Order order, RecordKey record, Wanted wanted, Record<String, ?> cause) {
        Effect effect = wanted.effect();
        OutMessage message = message(target, order, record, cause)
                .setKind(OutKind.EFFECT)
                .setObject(wanted.object())
                .setContentHash(effect.contentHash())
                .setIdempotencyKey(ReceiptFacts.idempotencyKey(target.name(), effect.key()))
                .setPayload(wanted.payload())
                .setEffect(effect.name())
                .build();
        send(target, order, message, effect.key(), cause);
    }

    private OutMessage.Builder message(
            TargetSpec target, Tracked.Order order, RecordKey record, Record<String, ?> cause) {
        OrderStatus status = order.status();
        return OutMessage.newBuilder()
                .setTarget(target.name())
                .setTargetKey(record.key())
                .setExternalId(record.external())
                .setSender(order.self().toString())
                .setOrderId(status.getOrderId())
                .setVersion(status.getVersion())
                .setLane(conditions.lane(status))
                .setSentAt(now())
                .setTraceparent(traceparent(cause));
    }

    private void send(
            TargetSpec target,
            Tracked.Order order,
            OutMessage message,
            @Nullable String effect,
            Record<String, ?> cause) {
        order.place()
                .keep(ReceiptFacts.inFlight(
                        order.self(),
                        target.name(),
                        message.getTargetKey(),
                        VersionCodec.fromAvro(message.getVersion()),
                        message.getContentHash(),
                        effect,
                        now()));
        order.journal().accept(SyncEntries.sent(message, order.status()));
        context.forward(cause.withKey(message.getTargetKey()).withValue(message), NodeName.SINK_OUT);
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    private static @Nullable String traceparent(Record<String, ?> input) {
        var header = input.headers().lastHeader("traceparent");
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
