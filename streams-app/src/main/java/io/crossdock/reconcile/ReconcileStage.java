package io.crossdock.reconcile;

import io.crossdock.exceptions.Judgement;
import io.crossdock.switches.Epoch;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stage that compares what sources have with what was heard. It reads {@link io.crossdock.correlate.HomeRows#STORES} and
 * {@link io.crossdock.reference.LatestStore} too, which the topology gives it.
 *
 * @param tables the tables that are compared
 * @param epoch the epoch this instance works in
 * @param judgement what exceptions are reported by
 * @param switches the store of where a rebuild stands, shared by the stages of a task
 * @param archive the store of what is archived, shared by the stages of a task
 * @param unread the store of rows that became no fact, shared by the stages of a task
 * @param outcomes the store of counted outcomes, shared by the stages of a task
 * @param exceptions the store of what is wrong, shared by the stages of a task
 */
public record ReconcileStage(
        SourceTables tables,
        Epoch epoch,
        Judgement judgement,
        StoreBuilder<?> switches,
        StoreBuilder<?> archive,
        StoreBuilder<?> unread,
        StoreBuilder<?> outcomes,
        StoreBuilder<?> exceptions)
        implements ProcessorSupplier<String, byte[], String, Object> {

    @Override
    public Processor<String, byte[], String, Object> get() {
        return new ReconcileProcessor(tables, epoch, judgement);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(SuspectStore.builder(), switches, archive, unread, outcomes, exceptions);
    }
}
