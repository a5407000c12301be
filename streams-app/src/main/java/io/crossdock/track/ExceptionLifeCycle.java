package io.crossdock.track;

import io.crossdock.contract.OrderStatus;
import io.crossdock.flow.NodeName;
import io.crossdock.observe.OutcomeStore;
import io.crossdock.order.status.OrderException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Opens and resolves the exceptions that follow from an order's facts, one of a type per order. */
final class ExceptionLifeCycle {

    private final ProcessorContext<String, Object> context;
    private final OutcomeStore outcomes;

    ExceptionLifeCycle(ProcessorContext<String, Object> context, OutcomeStore outcomes) {
        this.context = context;
        this.outcomes = outcomes;
    }

    void update(
            @Nullable OrderStatus before,
            OrderStatus after,
            List<OrderException> open,
            Instant now,
            Record<String, ?> cause) {
        Set<String> opened = new HashSet<>(after.getExceptions());
        Set<String> resolved = new HashSet<>(before == null ? List.of() : before.getExceptions());
        Set<String> lasting = new HashSet<>(opened);
        lasting.retainAll(resolved);
        opened.removeAll(lasting);
        resolved.removeAll(lasting);
        for (String type : opened) {
            String text = open.stream()
                    .filter(exception -> exception.type().name().equals(type))
                    .map(exception -> exception.subject() + ": " + exception.detail())
                    .collect(Collectors.joining("; "));
            emit(after, type, "OPEN", text, now, cause);
            outcomes.countOpenException(type, 1);
        }
        for (String type : resolved) {
            emit(after, type, "RESOLVED", "No longer so.", now, cause);
            outcomes.countOpenException(type, -1);
        }
    }

    private void emit(OrderStatus order, String type, String state, String text, Instant now, Record<String, ?> cause) {
        String id = order.getOrderId() + "|" + type;
        io.crossdock.contract.OrderException exception = io.crossdock.contract.OrderException.newBuilder()
                .setExceptionId(id)
                .setType(type)
                .setState(state)
                .setOrderId(order.getOrderId())
                .setCustomer(order.getCustomer())
                .setText(text)
                .setOpenedAt(now)
                .setResolvedAt(state.equals("RESOLVED") ? now : null)
                .build();
        context.forward(cause.withKey(id).withValue((Object) exception), NodeName.SINK_EXCEPTIONS);
    }
}
