package io.crossdock.reference;

import io.crossdock.contract.ReferenceEntry;
import io.crossdock.contract.ReferenceOp;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps all rows of one kind in every instance. The topic holds them in the order of their versions, so that the last one counts.
 *
 * @param entity kind of row
 */
public record ReferenceStage(String entity) implements ProcessorSupplier<String, ReferenceEntry, Void, Void> {

    @Override
    public Processor<String, ReferenceEntry, Void, Void> get() {
        return new Keeper(entity);
    }

    private static final class Keeper extends ContextualProcessor<String, ReferenceEntry, Void, Void> {

        private final String entity;

        @SuppressWarnings("NullAway.Init") // Streams calls init before the first record.
        private KeyValueStore<String, ReferenceEntry> store;

        private Keeper(String entity) {
            this.entity = entity;
        }

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            super.init(context);
            store = context.getStateStore(ReferenceStore.name(entity));
        }

        @Override
        public void process(Record<String, ReferenceEntry> input) {
            ReferenceEntry entry = input.value();
            if (entry == null || entry.getOp() == ReferenceOp.RETRACT) {
                store.delete(input.key());
            } else {
                store.put(input.key(), entry);
            }
        }
    }
}
