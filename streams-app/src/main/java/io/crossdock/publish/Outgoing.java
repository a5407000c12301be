package io.crossdock.publish;

import io.crossdock.codec.ReceiptFacts;
import io.crossdock.codec.VersionCodec;
import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OutKind;
import io.crossdock.contract.OutMessage;
import io.crossdock.contract.Receipt;
import io.crossdock.contract.ReceiptOutcome;
import io.crossdock.flow.NodeName;
import io.crossdock.flow.Trail;
import io.crossdock.order.outbox.Effect;
import io.crossdock.order.outbox.View;
import java.nio.charset.StandardCharsets;
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
    void tell(Turn turn, String object, TargetView wanted) {
        View view = wanted.view();
        OutMessage message = message(turn, wanted.record())
                .setKind(OutKind.STATE)
                .setObject(object)
                .setContentHash(view.contentHash())
                .setIdempotencyKey(turn.target().name() + "|" + view.targetKey() + "|" + view.version())
                .setPayload(wanted.payload())
                .build();
        send(turn, message, null);
    }

    /** Asks a target for something that is done once. */
    void ask(Turn turn, RecordKey record, Wanted wanted) {
        Effect effect = wanted.effect();
        OutMessage message = message(turn, record)
                .setKind(OutKind.EFFECT)
                .setObject(wanted.object())
                .setContentHash(effect.contentHash())
                .setIdempotencyKey(ReceiptFacts.idempotencyKey(turn.target().name(), effect.key()))
                .setPayload(wanted.payload())
                .setEffect(effect.name())
                .build();
        send(turn, message, effect.key());
    }

    /**
     * Never asks for an effect, because somebody else did it before the target went live. Said as an answer on the topic of answers,
     * so that a rebuild hears of it too.
     */
    void leave(Turn turn, RecordKey record, Effect effect) {
        OrderStatus status = turn.order().status();
        Receipt receipt = Receipt.newBuilder()
                .setTarget(turn.target().name())
                .setTargetKey(record.key())
                .setSender(turn.self().toString())
                .setOrderId(status.getOrderId())
                .setVersion(status.getVersion())
                .setContentHash(effect.contentHash())
                .setIdempotencyKey(ReceiptFacts.idempotencyKey(turn.target().name(), effect.key()))
                .setEffect(effect.name())
                .setOutcome(ReceiptOutcome.UNSUPPORTED)
                .setLeft(true)
                .setAttempts(0)
                .setConfirmedAt(turn.now())
                .setTraceparent(traceparent(turn.cause()))
                .build();
        context.forward(turn.cause().withKey(turn.self().toString()).withValue(receipt), NodeName.SINK_RECEIPTS);
    }

    private OutMessage.Builder message(Turn turn, RecordKey record) {
        OrderStatus status = turn.order().status();
        return OutMessage.newBuilder()
                .setTarget(turn.target().name())
                .setTargetKey(record.key())
                .setExternalId(record.external())
                .setSender(turn.self().toString())
                .setOrderId(status.getOrderId())
                .setVersion(status.getVersion())
                .setLane(conditions.lane(turn.target(), turn.order()))
                .setSentAt(turn.now())
                .setTraceparent(traceparent(turn.cause()));
    }

    private void send(Turn turn, OutMessage message, @Nullable String effect) {
        turn.order()
                .place()
                .keep(ReceiptFacts.inFlight(
                        turn.self(),
                        turn.target().name(),
                        message.getTargetKey(),
                        VersionCodec.fromAvro(message.getVersion()),
                        message.getContentHash(),
                        effect,
                        turn.now()));
        turn.order().journal().accept(SyncEntries.sent(message, turn.order().status()));
        context.forward(turn.cause().withKey(message.getTargetKey()).withValue(message), NodeName.SINK_OUT);
    }

    private static @Nullable String traceparent(Record<String, ?> input) {
        var header = input.headers().lastHeader(Trail.HEADER);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
