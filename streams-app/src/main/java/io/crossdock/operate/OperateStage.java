package io.crossdock.operate;

import io.crossdock.contract.AuditEntry;
import io.crossdock.exceptions.Judgement;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stage that does what people ask for.
 *
 * @param targets names of the targets
 * @param judgement what exceptions are reported by
 * @param outcomes the store of counted outcomes, shared by the stages of a task
 * @param exceptions the store of what is wrong, shared by the stages of a task
 * @param switches the store of how targets were switched, shared by the stages of a task
 * @param deadlines the store of who is looked at again, shared by the stages of a task
 * @param outbox the store of what targets know, shared by the stages of a task
 */
public record OperateStage(
        List<String> targets,
        Judgement judgement,
        StoreBuilder<?> outcomes,
        StoreBuilder<?> exceptions,
        StoreBuilder<?> switches,
        StoreBuilder<?> deadlines,
        StoreBuilder<?> outbox)
        implements ProcessorSupplier<String, AuditEntry, String, Object> {

    public OperateStage {
        targets = List.copyOf(targets);
    }

    @Override
    public Processor<String, AuditEntry, String, Object> get() {
        return new OperateProcessor(this);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(outcomes, exceptions, switches, deadlines, outbox);
    }
}
