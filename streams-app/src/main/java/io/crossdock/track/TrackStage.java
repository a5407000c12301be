package io.crossdock.track;

import io.crossdock.exceptions.Judgement;
import io.crossdock.flow.MailboxEvent;
import io.crossdock.flow.Patience;
import io.crossdock.flow.Room;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.status.Ownership;
import io.crossdock.order.status.Projection;
import io.crossdock.systems.OrderLimits;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stage that derives and publishes the status of an order.
 *
 * @param projection the rules
 * @param ownership who decides what
 * @param types which identifiers name an order
 * @param patience how long things may wait
 * @param limits what is set for orders
 * @param locationSources connections that tell of locations and their calendars; empty if none does
 * @param customerSources connections that tell who the customers are; empty if none does
 * @param judgement what exceptions are reported by
 * @param epoch epoch of the versions this application gives
 * @param room how much may be kept decoded
 * @param orders the store of what is published of each order, shared by the stages of a task
 * @param archive the store of what is archived, shared by the stages of a task
 * @param outcomes the store of counted outcomes, shared by the stages of a task
 * @param exceptions the store of what is wrong, shared by the stages of a task
 */
public record TrackStage(
        Projection projection,
        Ownership ownership,
        IdentifierTypes types,
        Patience patience,
        OrderLimits limits,
        List<String> locationSources,
        List<String> customerSources,
        Judgement judgement,
        long epoch,
        Room room,
        StoreBuilder<?> orders,
        StoreBuilder<?> archive,
        StoreBuilder<?> outcomes,
        StoreBuilder<?> exceptions)
        implements ProcessorSupplier<String, MailboxEvent, String, Object> {

    @Override
    public Processor<String, MailboxEvent, String, Object> get() {
        return new TrackProcessor(this);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(orders, OrderStore.partsBuilder(), HistoryStore.builder(), exceptions, archive, outcomes);
    }
}
