package io.crossdock.publish;

import io.crossdock.archive.ArchiveStore;
import io.crossdock.codec.ReceiptFacts;
import io.crossdock.contract.HistoryEntry;
import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OutKind;
import io.crossdock.contract.OutMessage;
import io.crossdock.flow.NodeName;
import io.crossdock.flow.Tracked;
import io.crossdock.observe.LagRecorder;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.outbox.Decision;
import io.crossdock.order.outbox.Input;
import io.crossdock.order.outbox.Outbox;
import io.crossdock.order.outbox.OutboxState;
import io.crossdock.order.outbox.View;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Carries statuses and receipts through {@link Outbox}: sends what a target should be told next, stamps what it knows. */
final class PublishProcessor extends ContextualProcessor<String, Tracked, String, Object> {

    private final List<TargetSpec> targets;
    private final LagRecorder lag;

    @SuppressWarnings("NullAway.Init") // Streams calls init before the first record.
    private OutboxStore outbox;

    @SuppressWarnings("NullAway.Init")
    private Stamps stamps;

    @SuppressWarnings("NullAway.Init")
    private TargetFiles files;

    PublishProcessor(List<TargetSpec> targets, LagRecorder lag) {
        this.targets = targets;
        this.lag = lag;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        outbox = new OutboxStore(context.getStateStore(OutboxStore.NAME));
        SyncStore syncs = new SyncStore(context.getStateStore(SyncStore.ALL), context.getStateStore(SyncStore.OPEN));
        stamps = new Stamps(context, syncs, lag);
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
                targets.forEach(target -> tell(target, order, input));
            }
            case Tracked.Left left -> {
                if (left.revived()) {
                    files.restore(left.self());
                }
                targets.forEach(target -> leave(target, left.self(), input));
            }
            case Tracked.Archived archived -> files.archive(archived.self(), archived.at());
            case Tracked.Forgotten forgotten -> files.forget(forgotten.self());
        }
    }

    private void tell(TargetSpec target, Tracked.Order order, Record<String, Tracked> input) {
        Identifier self = order.self();
        stamps.withdraw(self, target.connection(), order.withdrawn(), input);
        stamps.begin(self, target.connection(), order.status(), order.reached(), input);
        OutboxState state = outbox.find(self, target.connection());
        for (Map.Entry<Identifier, List<Statement.Receipt>> sender :
                order.receipts().entrySet()) {
            boolean ours = sender.getKey().equals(self);
            for (Statement.Receipt receipt : sender.getValue()) {
                if (receipt.target().equals(target.connection())) {
                    Input answer = ours ? new Input.Answered(receipt) : new Input.HandedOver(List.of(receipt));
                    state = Outbox.take(state, answer);
                    stamps.settle(self, receipt, input);
                    HistoryEntry answered = SyncEntries.answered(receipt, order.status(), now());
                    if (answered != null) {
                        order.journal().accept(answered);
                    }
                }
            }
        }
        TargetView wanted = wanted(target, order, state);
        if (wanted != null) {
            Input desired = new Input.Desired(wanted.view());
            Decision decision = Outbox.decide(state, desired);
            View toSend = decision.toSend();
            if (toSend == null || target.live()) {
                state = decision.state();
            } else {
                // Observed only: what it should know is kept, and nothing is on its way.
                state = Outbox.take(state, desired);
            }
            if (toSend != null && target.live()) {
                send(target, order, wanted, toSend, input);
            } else if (state.settled()) {
                stamps.unchanged(self, target.connection(), input);
            }
        }
        outbox.put(self, target.connection(), state);
    }

    /** What the target should hold; null while it has a record of the order that we have not heard and was told nothing yet. */
    private static @Nullable TargetView wanted(TargetSpec target, Tracked.Order order, OutboxState state) {
        boolean unheard = order.unheard().contains(target.connection()) && state.desired() == null;
        return unheard ? null : TargetView.of(target, order.status());
    }

    private void send(
            TargetSpec target, Tracked.Order order, TargetView wanted, View view, Record<String, Tracked> input) {
        Identifier self = order.self();
        OrderStatus status = order.status();
        order.place()
                .keep(ReceiptFacts.inFlight(
                        self, target.connection(), view.targetKey(), view.version(), view.contentHash(), now()));
        order.journal().accept(SyncEntries.told(target.connection(), status, now()));
        OutMessage message = OutMessage.newBuilder()
                .setKind(OutKind.STATE)
                .setTarget(target.connection())
                .setTargetKey(view.targetKey())
                .setExternalId(wanted.externalId())
                .setObject(target.object())
                .setSender(self.toString())
                .setOrderId(status.getOrderId())
                .setVersion(status.getVersion())
                .setContentHash(view.contentHash())
                .setIdempotencyKey(target.connection() + "|" + view.targetKey() + "|" + view.version())
                .setPayload(wanted.payload())
                .setSentAt(now())
                .setTraceparent(traceparent(input))
                .build();
        context().forward(input.withKey(view.targetKey()).withValue(message), NodeName.SINK_OUT);
    }

    private void leave(TargetSpec target, Identifier self, Record<String, Tracked> input) {
        stamps.leave(self, target.connection(), input);
        outbox.remove(self, target.connection());
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }

    private static @Nullable String traceparent(Record<String, ?> input) {
        var header = input.headers().lastHeader("traceparent");
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
