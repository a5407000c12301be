package io.crossdock.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.archive.ArchiveStore;
import io.crossdock.codec.AvroJson;
import io.crossdock.contract.OrderStatus;
import io.crossdock.exceptions.ExceptionLifeCycle;
import io.crossdock.exceptions.Kind;
import io.crossdock.exceptions.StormWatch;
import io.crossdock.exceptions.Subject;
import io.crossdock.exceptions.Wrong;
import io.crossdock.flow.Memo;
import io.crossdock.flow.Tracked;
import io.crossdock.freshness.WatermarkStore;
import io.crossdock.freshness.Watermarks;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.outbox.Mode;
import io.crossdock.order.outbox.OutboxState;
import io.crossdock.order.outbox.Waiting;
import io.crossdock.switches.SwitchStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private ExceptionLifeCycle exceptions;

    @SuppressWarnings("NullAway.Init")
    private ConnectorExceptions connectors;

    @SuppressWarnings("NullAway.Init")
    private TargetFiles files;

    @SuppressWarnings("NullAway.Init")
    private SwitchStore switches;

    PublishProcessor(PublishStage stage) {
        this.stage = stage;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        switches = new SwitchStore(context.getStateStore(SwitchStore.NAME));
        outbox = new OutboxStore(context.getStateStore(OutboxStore.NAME));
        SyncStore syncs = new SyncStore(context.getStateStore(SyncStore.ALL), context.getStateStore(SyncStore.OPEN));
        stamps = new Stamps(context, syncs, stage.lag(), this::since);
        Watermarks watermarks = new Watermarks(context.getStateStore(WatermarkStore.NAME));
        Conditions conditions = new Surroundings(stage.sources().keySet(), watermarks, stage.pauses());
        Outgoing outgoing = new Outgoing(context, conditions);
        telling = new Telling(outgoing, stamps, stage.lag());
        asking = new Asking(outgoing, conditions, new EffectStamps(stamps), stage.room());
        exceptions = new ExceptionLifeCycle(context, stage.judgement());
        connectors = new ConnectorExceptions(context, stage.troubles(), exceptions);
        new SourceExceptions(context, stage.sources(), watermarks, exceptions).begin();
        new StormWatch(context, exceptions).begin();
        new OverdueSyncs(context, this::targets, target -> isPaused(target, watermarks), exceptions).begin();
        files = new TargetFiles(
                new ArchiveStore(context.getStateStore(ArchiveStore.NAME)),
                OutboxStore.shelf(context.getStateStore(OutboxStore.NAME)),
                SyncStore.shelf(context.getStateStore(SyncStore.ALL)));
    }

    @Override
    public void close() {
        connectors.close();
        asking.close();
    }

    @Override
    public void process(Record<String, Tracked> input) {
        switch (input.value()) {
            case Tracked.Order order -> {
                if (order.revived()) {
                    files.restore(order.self());
                }
                serve(order, input);
            }
            case Tracked.Left left -> {
                if (left.revived()) {
                    files.restore(left.self());
                }
                stage.targets().forEach(target -> leave(target, left.self(), input));
                asking.leave(left.self());
                resolve(left.self(), input);
            }
            case Tracked.Archived archived -> files.archive(archived.self(), archived.at());
            case Tracked.Forgotten forgotten -> {
                files.forget(forgotten.self());
                resolve(forgotten.self(), input);
            }
        }
    }

    private void serve(Tracked.Order order, Record<String, Tracked> input) {
        stage.durations().reached(order.reached(), order.milestones());
        // Read by every target, and by none if nothing is to be told.
        Supplier<JsonNode> json = Memo.of(() -> AvroJson.of(order.status()));
        Supplier<List<String>> live = Memo.of(order::live);
        Map<Kind, Wrong> wrong = new HashMap<>();
        Set<Kind> undecided = new HashSet<>();
        for (TargetSpec target : targets()) {
            serve(new Turn(target, order, json, live, input, now(), wrong, undecided));
        }
        Subject subject =
                Subject.ofOrder(order.self().toString(), order.status().getOrderId(), order.stake());
        exceptions.updateTargets(subject, wrong, undecided, now(), input);
    }

    /** There is no order here any more that could be told wrong. */
    private void resolve(Identifier self, Record<String, Tracked> input) {
        exceptions.updateTargets(Subject.of(self.toString()), Map.of(), Set.of(), now(), input);
    }

    private void serve(Turn turn) {
        Identifier self = turn.self();
        TargetSpec target = turn.target();
        OrderStatus status = turn.order().status();
        TargetEntry before = outbox.find(self, target.name());
        OutboxState state = telling.hear(turn, before.state());
        Map<String, Waiting> waiting = before.waiting();
        // Null while the order has no name there: it cannot be told of yet.
        RecordKey record = RecordKey.of(target, status);
        if (target.state() != null) {
            stamps.withdraw(self, target.name(), turn.order().withdrawn(), turn.cause());
            stamps.begin(self, target.name(), status, turn.order().reached(), turn.cause());
        }
        try {
            if (target.state() != null && record != null) {
                state = telling.tell(turn, target.state(), record, state);
            } else if (target.state() != null) {
                telling.await(turn, target.state(), state);
            }
            if (target.effects() != null && record != null) {
                waiting = asking.ask(turn, target.effects(), record, state, waiting);
            }
        } catch (Untranslatable e) {
            // What was heard stands; what cannot be said is said as soon as it can be.
            TargetWrongs.untranslatable(turn, e);
        }
        TargetEntry entry = new TargetEntry(state, waiting);
        if (!entry.equals(before)) {
            outbox.put(self, target.name(), entry);
        }
    }

    /** Each as it is switched now. */
    private List<TargetSpec> targets() {
        return stage.targets().stream()
                .map(target -> target.in(switches.mode(target.name(), target.mode())))
                .toList();
    }

    /** Since when a target is told what comes about. */
    private Instant since(String target) {
        return switches.mode(target, Mode.LIVE).since();
    }

    private boolean isPaused(TargetSpec target, Watermarks watermarks) {
        return target.pause() != null
                && stage.pauses()
                        .look(target.name(), target.pause(), watermarks::watermark, now())
                        .isPaused();
    }

    private void leave(TargetSpec target, Identifier self, Record<String, Tracked> input) {
        stamps.leave(self, target.name(), input);
        outbox.remove(self, target.name());
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }
}
