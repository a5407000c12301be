package io.crossdock.track;

import io.crossdock.contract.ExceptionEntry;
import io.crossdock.contract.OpenException;
import io.crossdock.contract.OrderException;
import io.crossdock.flow.NodeName;
import io.crossdock.observe.OutcomeStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Opens and resolves exceptions, at most one of a type for what it concerns: an order, an orphan, or a connection (R140). */
final class ExceptionLifeCycle {

    private final ProcessorContext<String, Object> context;
    private final ExceptionStore store;
    private final OutcomeStore outcomes;

    ExceptionLifeCycle(ProcessorContext<String, Object> context, ExceptionStore store, OutcomeStore outcomes) {
        this.context = context;
        this.store = store;
        this.outcomes = outcomes;
    }

    /**
     * What an exception concerns.
     *
     * @param key mailbox or name of a connection
     * @param orderId the order published from the mailbox; null for an orphan or a connection
     * @param customer its customer code; null if unknown
     */
    record Subject(
            String key, @Nullable String orderId, @Nullable String customer) {

        private boolean isThatOf(OpenException open) {
            return Objects.equals(orderId, open.getOrderId());
        }
    }

    /**
     * Opens what is wrong and was not open, resolves what is open and no longer wrong.
     *
     * @param wrong one sentence by type
     */
    void update(Subject subject, Map<String, String> wrong, Instant now, Record<String, ?> cause) {
        ExceptionEntry before = store.find(subject.key());
        Map<String, OpenException> open = new HashMap<>(before.getOpen());
        before.getOpen().forEach((type, exception) -> {
            if (!wrong.containsKey(type) || !subject.isThatOf(exception)) {
                open.remove(type);
                emit(contract(subject.key(), type, exception, now), cause);
                outcomes.countOpenException(type, -1);
            }
        });
        wrong.forEach((type, text) -> {
            if (!open.containsKey(type)) {
                OpenException exception = new OpenException(subject.orderId(), subject.customer(), text, now);
                open.put(type, exception);
                emit(contract(subject.key(), type, exception, null), cause);
                outcomes.countOpenException(type, 1);
            }
        });
        store.put(subject.key(), before, open, before.getWaiting());
    }

    /**
     * Remembers since when a cause stands, or that it is gone.
     *
     * @return when it will have lasted for {@code grace}; null if it does not stand
     */
    @Nullable
    Instant lasts(String subject, String type, boolean stands, Duration grace, Instant now) {
        ExceptionEntry before = store.find(subject);
        Map<String, Long> waiting = new HashMap<>(before.getWaiting());
        if (!stands) {
            waiting.remove(type);
            store.put(subject, before, before.getOpen(), waiting);
            return null;
        }
        long since = waiting.computeIfAbsent(type, first -> now.toEpochMilli());
        store.put(subject, before, before.getOpen(), waiting);
        return Instant.ofEpochMilli(since).plus(grace);
    }

    /** The public record of an exception; {@code resolvedAt} is null while it is open. */
    static OrderException contract(String subject, String type, OpenException open, @Nullable Instant resolvedAt) {
        String orderId = open.getOrderId();
        return OrderException.newBuilder()
                .setExceptionId((orderId == null ? subject : orderId) + "|" + type)
                .setType(type)
                .setState(resolvedAt == null ? "OPEN" : "RESOLVED")
                .setOrderId(orderId)
                .setSubject(orderId == null ? subject : null)
                .setCustomer(open.getCustomer())
                .setText(open.getText())
                .setOpenedAt(open.getOpenedAt())
                .setResolvedAt(resolvedAt)
                .build();
    }

    private void emit(OrderException exception, Record<String, ?> cause) {
        context.forward(
                cause.withKey(exception.getExceptionId()).withValue((Object) exception), NodeName.SINK_EXCEPTIONS);
    }
}
