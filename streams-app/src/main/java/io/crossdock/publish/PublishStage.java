package io.crossdock.publish;

import io.crossdock.connect.Troubles;
import io.crossdock.exceptions.Judgement;
import io.crossdock.flow.Room;
import io.crossdock.flow.Tracked;
import io.crossdock.freshness.Pauses;
import io.crossdock.observe.LagRecorder;
import io.crossdock.observe.StateDurations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stage that tells the targets.
 *
 * @param targets who is told
 * @param sources connections whose heartbeats tell how far they have been read, and how far each may be behind
 * @param judgement what exceptions are reported by
 * @param lag where confirmed stamps are measured
 * @param durations where the time from state to state is measured
 * @param pauses who is paused, for whoever asks
 * @param troubles connectors that have failed for good
 * @param room how much may be kept decoded
 * @param switches the store of how targets were switched, shared by the stages of a task
 * @param outbox the store of what targets know, shared by the stages of a task
 * @param archive the store of what is archived, shared by the stages of a task
 * @param outcomes the store of counted outcomes, shared by the stages of a task
 * @param exceptions the store of what is wrong, shared by the stages of a task
 */
public record PublishStage(
        List<TargetSpec> targets,
        Map<String, Duration> sources,
        Judgement judgement,
        LagRecorder lag,
        StateDurations durations,
        Pauses pauses,
        Troubles troubles,
        Room room,
        StoreBuilder<?> switches,
        StoreBuilder<?> outbox,
        StoreBuilder<?> archive,
        StoreBuilder<?> outcomes,
        StoreBuilder<?> exceptions)
        implements ProcessorSupplier<String, Tracked, String, Object> {

    public PublishStage {
        targets = List.copyOf(targets);
        sources = Map.copyOf(sources);
    }

    @Override
    public Processor<String, Tracked, String, Object> get() {
        return new PublishProcessor(this);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                switches,
                outbox,
                SyncStore.builder(SyncStore.ALL),
                SyncStore.builder(SyncStore.OPEN),
                archive,
                outcomes,
                exceptions);
    }
}
