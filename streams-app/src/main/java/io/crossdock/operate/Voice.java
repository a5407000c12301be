package io.crossdock.operate;

import io.crossdock.contract.OrderEvent;
import io.crossdock.contract.SwitchState;
import io.crossdock.switches.Epoch;
import io.crossdock.switches.SwitchStore;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Stands before a sink of what others read, in an epoch that is rebuilt: half an order is nobody's business (R183). What is held back is
 * not lost: statuses and exceptions are published once the rebuild is done, and events of before were published in their time.
 */
public final class Voice extends ContextualProcessor<String, Object, String, Object> {

    /** What the sink takes. */
    public enum Of {
        /** Nothing of it passes while statuses are worked out. */
        RECORDS,
        /** What has happened since the rebuild began passes. */
        EVENTS
    }

    private final Epoch epoch;
    private final Of of;

    @SuppressWarnings("NullAway.Init") // Streams calls init before the first record.
    private SwitchStore switches;

    private Voice(Epoch epoch, Of of) {
        this.epoch = epoch;
        this.of = of;
    }

    static ProcessorSupplier<String, Object, String, Object> supplier(Epoch epoch, StoreBuilder<?> switches, Of of) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Object, String, Object> get() {
                return new Voice(epoch, of);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(switches);
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        switches = new SwitchStore(context.getStateStore(SwitchStore.NAME));
    }

    @Override
    public void process(Record<String, Object> input) {
        if (switches.publishes(epoch) || (of == Of.EVENTS && isNew(input.value()))) {
            context().forward(input);
        }
    }

    private boolean isNew(Object value) {
        SwitchState rebuild = switches.find(SwitchStore.REBUILD);
        Instant begun = rebuild == null ? Instant.MAX : rebuild.getSince();
        return value instanceof OrderEvent event && !event.getRecordedAt().isBefore(begun);
    }
}
