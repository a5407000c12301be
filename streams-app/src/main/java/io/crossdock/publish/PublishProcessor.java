package io.crossdock.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.archive.ArchiveStore;
import io.crossdock.codec.AvroJson;
import io.crossdock.flow.Tracked;
import io.crossdock.freshness.WatermarkStore;
import io.crossdock.freshness.Watermarks;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.outbox.OutboxState;
import io.crossdock.order.outbox.Waiting;
import io.crossdock.reference.Customer;
import io.crossdock.reference.Customers;
import io.crossdock.reference.ReferenceStore;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Serves every target of an order: what it knows, what it is told, what it is asked for. */
final class PublishProcessor extends ContextualProcessor<String, Tracked, String, Object> {

    private final PublishStage stage;

    @SuppressWarnings("NullAway.Init") // Streams calls init before the first record.
    private OutboxStore outbox;

    @SuppressWarnings("NullAway.Init")
    private Stamps stamps;

    @SuppressWarnings("NullAway.Init")
    private Telling telling;

    @SuppressWarnings("NullAway.Init")
    private Asking asking;

    @SuppressWarnings("NullAway.Init")
    private TargetFiles files;

    PublishProcessor(PublishStage stage) {
        this.stage = stage;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        outbox = new OutboxStore(context.getStateStore(OutboxStore.NAME));
        SyncStore syncs = new SyncStore(context.getStateStore(SyncStore.ALL), context.getStateStore(SyncStore.OPEN));
        stamps = new Stamps(context, syncs, stage.lag());
        Conditions conditions = surroundings(context);
        Outgoing outgoing = new Outgoing(context, conditions);
        telling = new Telling(outgoing, stamps);
        asking = new Asking(outgoing, conditions);
        files = new TargetFiles(
                new ArchiveStore(context.getStateStore(ArchiveStore.NAME)),
                OutboxStore.shelf(context.getStateStore(OutboxStore.NAME)),
                SyncStore.shelf(context.getStateStore(SyncStore.ALL)));
    }

    @Override
    public void process(Record<String, Tracked> input) {
        switch (input.value()) {
            case Tracked.Order order -> {
                if (order.revived()) {
                    files.restore(order.self());
                }
                // Read by every target, and by none if nothing is to be told.
                Supplier<JsonNode> json = Memo.of(() -> AvroJson.of(order.status()));
                stage.targets().forEach(target -> serve(target, order, json, input));
            }
            case Tracked.Left left -> {
                if (left.revived()) {
                    files.restore(left.self());
                }
                stage.targets().forEach(target -> leave(target, left.self(), input));
            }
            case Tracked.Archived archived -> files.archive(archived.self(), archived.at());
            case Tracked.Forgotten forgotten -> files.forget(forgotten.self());
        }
    }

    private void serve(TargetSpec target, Tracked.Order order, Supplier<JsonNode> json, Record<String, Tracked> input) {
        Identifier self = order.self();
        TargetEntry before = outbox.find(self, target.name());
        OutboxState state = telling.hear(target, order, before.state(), input, now());
        // Null while the order has no name there: it cannot be told of yet.
        RecordKey record = RecordKey.of(target, order.status());
        StateMapping mapping = target.state();
        if (mapping != null) {
            stamps.withdraw(self, target.name(), order.withdrawn(), input);
            stamps.begin(self, target.name(), order.status(), order.reached(), input);
            state = record == null ? state : telling.tell(target, mapping, record, order, json, state, input, now());
        }
        EffectMapping effects = target.effects();
        Map<String, Waiting> waiting = before.waiting();
        if (effects == null) {
            waiting = Map.of();
        } else if (record != null) {
            waiting = asking.ask(target, effects, record, order, json, state, waiting, input, now());
        }
        TargetEntry entry = new TargetEntry(state, waiting);
        if (!entry.equals(before)) {
            outbox.put(self, target.name(), entry);
        }
    }

    private Surroundings surroundings(ProcessorContext<String, Object> context) {
        return new Surroundings(
                stage.sources(),
                new Watermarks(context.getStateStore(WatermarkStore.NAME)),
                stage.customerSources().isEmpty()
                        ? null
                        : new Customers(
                                context.getStateStore(ReferenceStore.name(Customer.ENTITY)), stage.customerSources()));
    }

    private void leave(TargetSpec target, Identifier self, Record<String, Tracked> input) {
        stamps.leave(self, target.name(), input);
        outbox.remove(self, target.name());
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }
}
