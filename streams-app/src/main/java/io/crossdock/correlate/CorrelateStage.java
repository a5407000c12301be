package io.crossdock.correlate;

import io.crossdock.flow.Delivery;
import io.crossdock.order.fact.Ranks;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stage that decides which version of each fact stands and who must be told.
 *
 * @param ranks direction of links
 * @param outcomes the store of counted outcomes, shared by the stages of a task
 */
public record CorrelateStage(Ranks ranks, StoreBuilder<?> outcomes)
        implements ProcessorSupplier<String, Delivery, String, Object> {

    @Override
    public Processor<String, Delivery, String, Object> get() {
        return new CorrelateProcessor(ranks);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(MailboxStore.builder(), outcomes);
    }
}
