package io.crossdock.local.fault;

import io.crossdock.contract.MailboxMessage;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the nodes at which a {@link Point} is, so that the application can be killed at an exact record: set it as
 * {@code processor.wrapper.class} and write {@code <point> <beginning of the record's key>} into the file {@value #FILE}.
 */
public final class KillAtPoint implements ProcessorWrapper {
    /** Name of the file in the run directory. */
    public static final String FILE = "kill-point";

    private final Trigger trigger;

    /** For Streams, which makes it by name. */
    public KillAtPoint() {
        this(Trigger.ofThisProcess());
    }

    KillAtPoint(Trigger trigger) {
        this.trigger = trigger;
    }

    @Override
    public <KIn, VIn, KOut, VOut> WrappedProcessorSupplier<KIn, VIn, KOut, VOut> wrapProcessorSupplier(
            String name, ProcessorSupplier<KIn, VIn, KOut, VOut> supplier) {
        Optional<Point> point = Arrays.stream(Point.values())
                .filter(each -> each.node().equals(name))
                .findFirst();
        return ProcessorWrapper.asWrapped(
                point.<ProcessorSupplier<KIn, VIn, KOut, VOut>>map(each -> new Watched<>(supplier, each, trigger))
                        .orElse(supplier));
    }

    @Override
    public <KIn, VIn, VOut> WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> wrapFixedKeyProcessorSupplier(
            String name, FixedKeyProcessorSupplier<KIn, VIn, VOut> supplier) {
        return ProcessorWrapper.asWrappedFixedKey(supplier);
    }

    private record Watched<KIn, VIn, KOut, VOut>(
            ProcessorSupplier<KIn, VIn, KOut, VOut> inner, Point point, Trigger trigger)
            implements ProcessorSupplier<KIn, VIn, KOut, VOut> {
        @Override
        public Processor<KIn, VIn, KOut, VOut> get() {
            return new WatchedProcessor<>(inner.get(), point, trigger);
        }

        @Override
        public @Nullable Set<StoreBuilder<?>> stores() {
            return inner.stores();
        }
    }

    private static final class WatchedProcessor<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {
        private final Processor<KIn, VIn, KOut, VOut> inner;
        private final Point point;
        private final Trigger trigger;

        @SuppressWarnings("NullAway.Init") // Streams calls init before the first record.
        private ProcessorContext<KOut, VOut> context;

        WatchedProcessor(Processor<KIn, VIn, KOut, VOut> inner, Point point, Trigger trigger) {
            this.inner = inner;
            this.point = point;
            this.trigger = trigger;
        }

        @Override
        public void init(ProcessorContext<KOut, VOut> newContext) {
            context = newContext;
            inner.init(newContext);
        }

        @Override
        public void process(Record<KIn, VIn> input) {
            boolean here = trigger.meets(point, input.key()) && isOfPoint(input.value());
            if (here && point != Point.AFTER_NORMALIZE) {
                trigger.kill(point, coordinates(), String.valueOf(input.key()));
            }
            inner.process(input);
            if (here) {
                trigger.kill(point, coordinates(), String.valueOf(input.key()));
            }
        }

        @Override
        public void close() {
            inner.close();
        }

        private boolean isOfPoint(@Nullable Object value) {
            return point != Point.HAND_OVER || (value instanceof MailboxMessage message && message.getHandOver());
        }

        private String coordinates() {
            return context.recordMetadata()
                    .map(at -> at.topic() + "-" + at.partition() + "@" + at.offset())
                    .orElse("an unknown place");
        }
    }
}
