package io.crossdock.exceptions;

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
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Opens and resolves exceptions, at most one of a kind for what it concerns: an order, an orphan, a connection or a connector (R140). */
public final class ExceptionLifeCycle {

    private final ProcessorContext<String, Object> context;
    private final ExceptionStore store;
    private final OutcomeStore outcomes;

    /** The life cycle of one task's exceptions. */
    public ExceptionLifeCycle(ProcessorContext<String, Object> context, ExceptionStore store, OutcomeStore outcomes) {
        this.context = context;
        this.store = store;
        this.outcomes = outcomes;
    }

    /**
     * What an exception concerns.
     *
     * @param key mailbox, or name of a connection or connector
     * @param orderId the order published from the mailbox; null for anything else
     * @param customer its customer code; null if unknown
     */
    public record Subject(
            String key, @Nullable String orderId, @Nullable String customer) {

        private boolean isThatOf(OpenException open) {
            return Objects.equals(orderId, open.getOrderId());
        }
    }

    /**
     * Opens what is wrong with the subject itself and was not open, resolves what is open and no longer wrong.
     *
     * @param wrong one sentence by type
     */
    public void update(Subject subject, Map<String, String> wrong, Instant now, Record<String, ?> cause) {
        Map<Kind, String> kinds = new HashMap<>();
        wrong.forEach((type, text) -> kinds.put(Kind.of(type), text));
        update(subject, kinds, kind -> kind.target() == null, now, cause);
    }

    /**
     * The same for what is wrong with telling the targets of the subject.
     *
     * @param wrong one sentence by kind, each of a target
     * @param undecided kinds that stay as they are
     */
    public void updateTargets(
            Subject subject, Map<Kind, String> wrong, Set<Kind> undecided, Instant now, Record<String, ?> cause) {
        update(subject, wrong, kind -> kind.target() != null && !undecided.contains(kind), now, cause);
    }

    private void update(
            Subject subject, Map<Kind, String> wrong, Predicate<Kind> looksAt, Instant now, Record<String, ?> cause) {
        ExceptionEntry before = store.find(subject.key());
        Map<String, OpenException> open = new HashMap<>(before.getOpen());
        before.getOpen().forEach((text, exception) -> {
            Kind kind = Kind.parse(text);
            if (looksAt.test(kind) && (!wrong.containsKey(kind) || !subject.isThatOf(exception))) {
                open.remove(text);
                emit(contract(subject.key(), text, exception, now), cause);
                outcomes.countOpenException(kind.type(), -1);
            }
        });
        wrong.forEach((kind, text) -> {
            if (!open.containsKey(kind.text())) {
                OpenException exception = new OpenException(subject.orderId(), subject.customer(), text, now);
                open.put(kind.text(), exception);
                emit(contract(subject.key(), kind.text(), exception, null), cause);
                outcomes.countOpenException(kind.type(), 1);
            }
        });
        store.put(subject.key(), before, open, before.getWaiting());
    }

    /**
     * Remembers since when a cause stands, or that it is gone.
     *
     * @return when it will have lasted for {@code grace}; null if it does not stand
     */
    public @Nullable Instant lasts(String subject, String type, boolean stands, Duration grace, Instant now) {
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
    static OrderException contract(String subject, String kind, OpenException open, @Nullable Instant resolvedAt) {
        String orderId = open.getOrderId();
        Kind parsed = Kind.parse(kind);
        return OrderException.newBuilder()
                .setExceptionId((orderId == null ? subject : orderId) + "|" + kind)
                .setType(parsed.type())
                .setState(resolvedAt == null ? "OPEN" : "RESOLVED")
                .setOrderId(orderId)
                .setSubject(orderId == null ? subject : null)
                .setCustomer(open.getCustomer())
                .setTarget(parsed.target())
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
