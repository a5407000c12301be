package io.crossdock.exceptions;

import io.crossdock.contract.AuditEntry;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stage that does what people ask for.
 *
 * @param judgement what exceptions are reported by
 * @param outcomes the store of counted outcomes, shared by the stages of a task
 * @param exceptions the store of what is wrong, shared by the stages of a task
 */
public record AcknowledgeStage(Judgement judgement, StoreBuilder<?> outcomes, StoreBuilder<?> exceptions)
        implements ProcessorSupplier<String, AuditEntry, String, Object> {

    @Override
    public Processor<String, AuditEntry, String, Object> get() {
        return new AcknowledgeProcessor(judgement);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(outcomes, exceptions);
    }
}
