package io.crossdock.track;

import io.crossdock.codec.MessageCodec;
import io.crossdock.codec.StatusCodec;
import io.crossdock.contract.MilestoneStamp;
import io.crossdock.contract.OrderEntry;
import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OrderVersion;
import io.crossdock.flow.NodeName;
import io.crossdock.flow.Standing;
import io.crossdock.flow.Tracked;
import io.crossdock.observe.OutcomeStore;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.mailbox.Message;
import io.crossdock.order.status.Projected;
import io.crossdock.order.status.Projection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Carries the facts of a topmost mailbox through {@link Projection}, publishes the status when its content changed. */
final class TrackProcessor extends ContextualProcessor<String, Standing, String, Object> {

    private final Projection projection;
    private final long epoch;

    @SuppressWarnings("NullAway.Init") // Streams calls init before the first record.
    private OrderStore orders;

    @SuppressWarnings("NullAway.Init")
    private Chronicle chronicle;

    TrackProcessor(Projection projection, long epoch) {
        this.projection = projection;
        this.epoch = epoch;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        orders = new OrderStore(context.getStateStore(OrderStore.NAME));
        HistoryStore history = new HistoryStore(context.getStateStore(HistoryStore.NAME));
        OutcomeStore outcomes = new OutcomeStore(context.getStateStore(OutcomeStore.NAME));
        chronicle = new Chronicle(context, history, outcomes);
    }

    @Override
    public void process(Record<String, Standing> input) {
        Standing standing = input.value();
        Projected projected = standing.topmost() ? projection.project(standing.self(), standing.facts()) : null;
        if (projected == null || projected.orderId() == null) {
            leave(standing, input);
        } else {
            track(standing, projected, projected.orderId(), input);
        }
    }

    private void track(Standing standing, Projected projected, String orderId, Record<String, Standing> input) {
        Identifier self = standing.self();
        OrderEntry before = orders.find(self);
        OrderStatus shown = before == null ? null : before.getStatus();
        mergeFormerOrders(standing, orderId, input);
        if (shown != null && shown.getContentHash().equals(projected.contentHash()) && !outrun(shown, standing)) {
            toPublish(input, order(standing, projected, shown, List.of(), Set.of()));
            return;
        }
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        if (shown != null && !shown.getOrderId().equals(orderId)) {
            chronicle.endOrder(shown, orderId, input);
        }
        if (before == null || !before.getOrderId().equals(orderId)) {
            send(
                    input,
                    new Message.Home(OurFacts.alias(orderId, projected.status().root(), now)));
        }
        OrderVersion version = Versions.above(epoch, before, standing.facts());
        OrderStatus status = StatusCodec.toAvro(projected.status(), orderId, version, projected.contentHash());
        List<MilestoneStamp> stamps =
                projected.milestones().stream().map(StatusCodec::toAvro).toList();
        List<MilestoneStamp> stampsBefore = before == null || shown == null ? List.of() : before.getStamps();
        Changes changes = Changes.between(stampsBefore, stamps);
        long written = chronicle.write(self, before, status, changes, projected.exceptions(), now, input);
        orders.put(self, new OrderEntry(status, version, orderId, stamps, written));
        standing.own().accept(OurFacts.published(self, status, now));
        toPublish(input, order(standing, projected, status, changes.reached(), changes.withdrawnNames()));
    }

    /** What was published from here is no order of its own any more: the mailbox above ends it, or nobody can. */
    private void leave(Standing standing, Record<String, Standing> input) {
        OrderEntry before = orders.find(standing.self());
        if (before == null || before.getStatus() == null) {
            return;
        }
        if (standing.topmost()) {
            chronicle.endOrder(before.getStatus(), null, input);
        }
        orders.put(
                standing.self(),
                new OrderEntry(null, before.getVersion(), before.getOrderId(), List.of(), before.getHistorySize()));
        toPublish(input, new Tracked.Left(standing.self()));
    }

    /** An order that was published under another id and is part of this one now: its topic ends by naming the survivor. */
    private void mergeFormerOrders(Standing standing, String orderId, Record<String, Standing> input) {
        for (Fact fact : standing.facts()) {
            if (fact.statement() instanceof Statement.FormerOrder former
                    && standing.changed().contains(fact.key())
                    && !former.orderId().equals(orderId)) {
                chronicle.endFormer(former, orderId, input);
            }
        }
    }

    /** True if a target or a former place of this order has seen a version at or above ours: ours must rise above it. */
    private static boolean outrun(OrderStatus shown, Standing standing) {
        return Versions.outrun(shown.getVersion(), standing.self(), standing.facts());
    }

    private static Tracked.Order order(
            Standing standing,
            Projected projected,
            OrderStatus status,
            List<MilestoneStamp> reached,
            Set<String> withdrawn) {
        Map<Identifier, List<Statement.Receipt>> receipts = new TreeMap<>();
        for (Fact fact : standing.facts()) {
            if (fact.statement() instanceof Statement.Receipt receipt
                    && standing.changed().contains(fact.key())) {
                receipts.computeIfAbsent(fact.home(), home -> new ArrayList<>()).add(receipt);
            }
        }
        Set<String> unheard = new HashSet<>();
        if (projected.awaiting()) {
            unheard.add(standing.self().connection());
        }
        return new Tracked.Order(standing.self(), status, reached, withdrawn, receipts, standing.own(), unheard);
    }

    private void toPublish(Record<String, Standing> input, Tracked tracked) {
        context().forward(input.withValue(tracked), NodeName.PUBLISH);
    }

    private void send(Record<String, Standing> input, Message.Home message) {
        String home = message.fact().home().toString();
        context().forward(input.withKey(home).withValue(MessageCodec.toAvro(message)), NodeName.SINK_FACTS);
    }
}
