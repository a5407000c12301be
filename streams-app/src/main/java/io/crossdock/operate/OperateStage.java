package io.crossdock.operate;

import io.crossdock.contract.AuditEntry;
import io.crossdock.exceptions.Judgement;
import io.crossdock.switches.Epoch;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stage that does what people ask for.
 *
 * @param targets names of the targets
 * @param epoch the epoch this instance works in
 * @param nextEpoch told when a later epoch has been asked for: this instance must go over to it
 * @param judgement what exceptions are reported by
 * @param outcomes the store of counted outcomes, shared by the stages of a task
 * @param exceptions the store of what is wrong, shared by the stages of a task
 * @param switches the store of how targets were switched, shared by the stages of a task
 * @param deadlines the store of who is looked at again, shared by the stages of a task
 * @param outbox the store of what targets know, shared by the stages of a task
 * @param orders the store of what is published of each order, shared by the stages of a task
 */
public record OperateStage(
        List<String> targets,
        Epoch epoch,
        LongConsumer nextEpoch,
        Judgement judgement,
        StoreBuilder<?> outcomes,
        StoreBuilder<?> exceptions,
        StoreBuilder<?> switches,
        StoreBuilder<?> deadlines,
        StoreBuilder<?> outbox,
        StoreBuilder<?> orders)
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
        return Set.of(outcomes, exceptions, switches, deadlines, outbox, orders);
    }

    /** What stands before a sink while a rebuild may be under way. */
    public ProcessorSupplier<String, Object, String, Object> voice(Voice.Of of) {
        return Voice.supplier(epoch, switches, of);
    }
}
