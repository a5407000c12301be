package io.crossdock.publish;

import io.crossdock.flow.Tracked;
import io.crossdock.observe.LagRecorder;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stage that tells the targets.
 *
 * @param targets who is told
 * @param conditions what outside of an order decides whether a target may be told
 * @param lag where confirmed stamps are measured
 * @param archive the store of what is archived, shared by the stages of a task
 */
public record PublishStage(List<TargetSpec> targets, Conditions conditions, LagRecorder lag, StoreBuilder<?> archive)
        implements ProcessorSupplier<String, Tracked, String, Object> {

    public PublishStage {
        targets = List.copyOf(targets);
    }

    @Override
    public Processor<String, Tracked, String, Object> get() {
        return new PublishProcessor(targets, conditions, lag);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                OutboxStore.builder(), SyncStore.builder(SyncStore.ALL), SyncStore.builder(SyncStore.OPEN), archive);
    }
}
