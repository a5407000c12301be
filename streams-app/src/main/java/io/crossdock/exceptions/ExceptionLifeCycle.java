package io.crossdock.exceptions;

import io.crossdock.contract.ExceptionEntry;
import io.crossdock.contract.OpenException;
import io.crossdock.contract.OrderException;
import io.crossdock.flow.NodeName;
import io.crossdock.observe.OutcomeStore;
import io.crossdock.order.severity.Severity;
import io.crossdock.order.severity.Stake;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Opens and resolves exceptions, at most one of a kind for what it concerns: an order, an orphan, a feed, a connection or a connector
 * (R140). What is open matters more when more comes to be at stake, never less (R174). Of very many of a type some are held back: they are
 * open, and nobody is told of them one by one (R199).
 */
public final class ExceptionLifeCycle {

    private final ProcessorContext<String, Object> context;
    private final ExceptionStore store;
    private final OutcomeStore outcomes;
    private final Judgement judgement;
    private final Storms storms;

    /** The life cycle of one task's exceptions; its stage is given the stores {@code exceptions} and {@code outcomes}. */
    public ExceptionLifeCycle(ProcessorContext<String, Object> context, Judgement judgement) {
        this.context = context;
        this.store = new ExceptionStore(context.getStateStore(ExceptionStore.NAME));
        this.outcomes = new OutcomeStore(context.getStateStore(OutcomeStore.NAME));
        this.judgement = judgement;
        this.storms = new Storms(outcomes, judgement.caps(), judgement.partitions());
    }

    /** True if nothing is wrong with a subject. */
    public boolean isClear(Subject subject) {
        return store.find(subject.key()).getOpen().isEmpty();
    }

    /**
     * Opens what is wrong with the subject itself and was not open, resolves what is open and no longer wrong.
     *
     * @param wrong by type
     */
    public void update(Subject subject, Map<String, Wrong> wrong, Instant now, Record<String, ?> cause) {
        Map<Kind, Wrong> kinds = new HashMap<>();
        wrong.forEach((type, text) -> kinds.put(Kind.of(type), text));
        update(subject, kinds, kind -> kind.target() == null, now, cause);
    }

    /**
     * The same for what is wrong with telling the targets of the subject.
     *
     * @param wrong by kind, each of a target
     * @param undecided kinds that stay as they are
     */
    public void updateTargets(
            Subject subject, Map<Kind, Wrong> wrong, Set<Kind> undecided, Instant now, Record<String, ?> cause) {
        update(subject, wrong, kind -> kind.target() != null && !undecided.contains(kind), now, cause);
    }

    private void update(
            Subject subject, Map<Kind, Wrong> wrong, Predicate<Kind> looksAt, Instant now, Record<String, ?> cause) {
        ExceptionEntry before = store.find(subject.key());
        Map<String, OpenException> open = new HashMap<>(before.getOpen());
        before.getOpen().forEach((text, exception) -> {
            Kind kind = Kind.parse(text);
            if (looksAt.test(kind) && (!wrong.containsKey(kind) || !subject.isThatOf(exception))) {
                open.remove(text);
                tell(subject.key(), kind, exception, now, cause);
                count(kind, storms.release(kind.type(), exception), -1);
                judgement.times().record(kind.type(), Duration.between(exception.getOpenedAt(), now));
            }
        });
        if (!wrong.isEmpty()) {
            Stake stake = subject.stake().get();
            wrong.forEach((kind, what) -> stands(subject, kind, what, stake, open, now, cause));
        }
        store.put(subject.key(), before, open, before.getWaiting());
    }

    /** Opens it, or raises what is open. */
    private void stands(
            Subject subject,
            Kind kind,
            Wrong wrong,
            Stake stake,
            Map<String, OpenException> open,
            Instant now,
            Record<String, ?> cause) {
        OpenException known = open.get(kind.text());
        Severity severity = judgement.severities().of(kind.type(), stake, now);
        if (known != null && !severity.isAbove(OpenExceptions.severity(known))) {
            return;
        }
        OpenException exception = known == null
                ? opened(
                        kind,
                        judgement
                                .former()
                                .remembers(subject, kind, OpenExceptions.of(subject, wrong, stake, severity, now)))
                : OpenExceptions.raised(known, stake, severity);
        if (known != null) {
            count(kind, known, -1);
        }
        open.put(kind.text(), exception);
        tell(subject.key(), kind, exception, null, cause);
        count(kind, exception, 1);
    }

    private OpenException opened(Kind kind, OpenException exception) {
        return storms.isFull(kind.type()) ? storms.hold(kind.type(), exception) : exception;
    }

    /** Tells what was held back as far as there is room for it again. */
    void tellHeld(Record<String, ?> cause) {
        for (String key : store.withHeld()) {
            ExceptionEntry before = store.find(key);
            Map<String, OpenException> open = new HashMap<>(before.getOpen());
            open.replaceAll((text, exception) -> {
                Kind kind = Kind.parse(text);
                if (!exception.getHeld() || storms.isFull(kind.type())) {
                    return exception;
                }
                OpenException released = storms.release(kind.type(), exception);
                tell(key, kind, released, null, cause);
                return released;
            });
            store.put(key, before, open, before.getWaiting());
        }
    }

    /**
     * A person takes an open exception on; says nothing twice.
     *
     * @param key what it is kept under
     * @param note what they say; null if nothing
     * @return false if it is not open any more
     */
    public boolean acknowledge(
            String key, Kind kind, String by, @Nullable String note, Instant at, Record<String, ?> cause) {
        ExceptionEntry before = store.find(key);
        OpenException known = before.getOpen().get(kind.text());
        if (known == null) {
            return false;
        }
        OpenException acknowledged = OpenException.newBuilder(storms.release(kind.type(), known))
                .setAcknowledgedAt(at)
                .setAcknowledgedBy(by)
                .setNote(note)
                .build();
        if (!acknowledged.equals(known)) {
            Map<String, OpenException> open = new HashMap<>(before.getOpen());
            open.put(kind.text(), acknowledged);
            store.put(key, before, open, before.getWaiting());
            tell(key, kind, acknowledged, null, cause);
        }
        return true;
    }

    /** Publishes everything that is open, as a rebuild has found it. */
    public void tellAgain(Record<String, ?> cause) {
        store.told(exception -> emit(exception, cause));
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

    private void count(Kind kind, OpenException exception, int change) {
        outcomes.countOpenException(kind.type(), exception.getSeverity(), change);
    }

    private void tell(
            String key, Kind kind, OpenException exception, @Nullable Instant resolvedAt, Record<String, ?> cause) {
        if (!exception.getHeld()) {
            emit(OpenExceptions.contract(key, kind, exception, resolvedAt), cause);
        }
    }

    private void emit(OrderException exception, Record<String, ?> cause) {
        context.forward(
                cause.withKey(exception.getExceptionId()).withValue((Object) exception), NodeName.SINK_EXCEPTIONS);
    }
}
