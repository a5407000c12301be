package io.crossdock.track;

import io.crossdock.contract.HistoryEntry;
import io.crossdock.contract.MilestoneStamp;
import io.crossdock.contract.OrderEntry;
import io.crossdock.contract.OrderEvent;
import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OrderVersion;
import io.crossdock.flow.NodeName;
import io.crossdock.observe.OutcomeStore;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.Statement;
import io.crossdock.order.status.OrderException;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Writes down that a status changed: the status itself, its events, its exceptions and the order's history. */
final class Chronicle {

    private final ProcessorContext<String, Object> context;
    private final HistoryStore history;
    private final ExceptionLifeCycle exceptions;

    Chronicle(ProcessorContext<String, Object> context, HistoryStore history, OutcomeStore outcomes) {
        this.context = context;
        this.history = history;
        this.exceptions = new ExceptionLifeCycle(context, outcomes);
    }

    /** Publishes a new status; answers how many history entries the order has ever had. */
    long write(
            Identifier self,
            @Nullable OrderEntry before,
            OrderStatus status,
            Changes changes,
            List<OrderException> open,
            Instant now,
            Record<String, ?> cause) {
        long number = before == null ? 0 : before.getHistorySize();
        context.forward(
                headed(
                                cause,
                                status.getOrderId(),
                                "OrderStatusChanged",
                                status.getOrderId() + "@" + text(status.getVersion()),
                                now)
                        .withValue(status),
                NodeName.SINK_STATUS);
        for (MilestoneStamp stamp : changes.reached()) {
            event(status, stamp, false, now, cause);
            history.put(self, number++, entry(stamp, status, false, now));
        }
        for (MilestoneStamp stamp : changes.withdrawn()) {
            event(status, stamp, true, now, cause);
            history.put(self, number++, entry(stamp, status, true, now));
        }
        OrderStatus shown = before == null ? null : before.getStatus();
        if (shown == null || !shown.getStatus().equals(status.getStatus())) {
            history.put(
                    self,
                    number++,
                    HistoryEntry.newBuilder()
                            .setAt(now)
                            .setWhat("STATUS")
                            .setText((shown == null ? "first known" : shown.getStatus()) + " → " + status.getStatus())
                            .setStatus(status.getStatus())
                            .setVersion(status.getVersion())
                            .build());
        }
        exceptions.update(shown, status, open, now, cause);
        return number;
    }

    /** Ends the topic of an order: a last record that names its survivor, if it has one, then a tombstone. */
    void endOrder(OrderStatus last, @Nullable String survivor, Record<String, ?> cause) {
        if (survivor != null) {
            OrderStatus end =
                    OrderStatus.newBuilder(last).setMergedInto(survivor).build();
            context.forward(cause.withKey(last.getOrderId()).withValue(end), NodeName.SINK_STATUS);
        }
        context.forward(cause.withKey(last.getOrderId()).withValue(null), NodeName.SINK_STATUS);
    }

    /** The same for an order that was published from another mailbox, of which only the name is known here. */
    void endFormer(Statement.FormerOrder former, String survivor, Record<String, ?> cause) {
        OrderVersion version =
                new OrderVersion(former.version().epoch(), former.version().seq());
        OrderStatus end = MergedOrder.of(former.orderId(), survivor, version, former.contentHash());
        context.forward(cause.withKey(former.orderId()).withValue(end), NodeName.SINK_STATUS);
        context.forward(cause.withKey(former.orderId()).withValue(null), NodeName.SINK_STATUS);
    }

    private void event(
            OrderStatus status, MilestoneStamp stamp, boolean corrected, Instant now, Record<String, ?> cause) {
        String id = EventId.of(stamp, corrected);
        String type = EventType.of(stamp.getSubject(), stamp.getMilestone(), corrected);
        OrderEvent event = new OrderEvent(
                id,
                type,
                status.getOrderId(),
                stamp.getSubject(),
                stamp.getMilestone(),
                stamp.getOccurredAt(),
                stamp.getRecordedAt(),
                stamp.getSource(),
                stamp.getEvidence(),
                corrected,
                status.getVersion());
        context.forward(headed(cause, status.getOrderId(), type, id, now).withValue(event), NodeName.SINK_EVENTS);
    }

    private static HistoryEntry entry(MilestoneStamp stamp, OrderStatus status, boolean corrected, Instant now) {
        return HistoryEntry.newBuilder()
                .setAt(now)
                .setWhat("FACT")
                .setText(stamp.getSubject() + " " + stamp.getMilestone() + (corrected ? " withdrawn" : ""))
                .setStatus(status.getStatus())
                .setVersion(status.getVersion())
                .setSubject(stamp.getSubject())
                .setMilestone(stamp.getMilestone())
                .setOccurredAt(stamp.getOccurredAt())
                .setSource(stamp.getSource())
                .setEvidence(stamp.getEvidence())
                .build();
    }

    private static Record<String, Object> headed(
            Record<String, ?> cause, String orderId, String type, String id, Instant now) {
        return CloudEventHeaders.on(cause.withKey(orderId).withValue((Object) orderId), type, id, now);
    }

    private static String text(OrderVersion version) {
        return version.getEpoch() + "." + version.getSeq();
    }
}
