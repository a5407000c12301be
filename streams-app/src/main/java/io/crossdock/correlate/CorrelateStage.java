package io.crossdock.correlate;

import io.crossdock.exceptions.Judgement;
import io.crossdock.flow.Delivery;
import io.crossdock.flow.Patience;
import io.crossdock.flow.Room;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.systems.DeleteLimit;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stage that decides which version of each fact stands and who must be told.
 *
 * @param types direction of links
 * @param patience how long things may wait
 * @param deletes how fast each connection's entities may be deleted
 * @param judgement what exceptions are reported by
 * @param room how much may be kept decoded
 * @param elapsed nanoseconds since a time before: how long things take, which is not asked of Streams' clock
 * @param deadlines the store of who is looked at again, shared by the stages of a task
 * @param archive the store of what is archived, shared by the stages of a task
 * @param outcomes the store of counted outcomes, shared by the stages of a task
 * @param exceptions the store of what is wrong, shared by the stages of a task
 */
public record CorrelateStage(
        IdentifierTypes types,
        Patience patience,
        Map<String, DeleteLimit> deletes,
        Judgement judgement,
        Room room,
        LongSupplier elapsed,
        StoreBuilder<?> deadlines,
        StoreBuilder<?> archive,
        StoreBuilder<?> outcomes,
        StoreBuilder<?> exceptions)
        implements ProcessorSupplier<String, Delivery, String, Object> {

    @Override
    public Processor<String, Delivery, String, Object> get() {
        return new CorrelateProcessor(types, patience, deletes, judgement, room, elapsed);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                MailboxStore.builder(),
                FeedStore.builder(),
                Gathering.builder(),
                deadlines,
                archive,
                outcomes,
                exceptions);
    }
}
