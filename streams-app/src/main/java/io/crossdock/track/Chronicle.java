package io.crossdock.track;

import io.crossdock.contract.HistoryEntry;
import io.crossdock.contract.MilestoneStamp;
import io.crossdock.contract.OrderEvent;
import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OrderVersion;
import io.crossdock.flow.NodeName;
import io.crossdock.order.fact.Fact;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Writes down that a status changed: the order's record, its events, and its history. */
final class Chronicle {

    /** A hand-over, or a wide document, brings many facts at once: what is more than these is told as one entry. */
    private static final int FACTS_TOLD = 100;

    private final ProcessorContext<String, Object> context;

    Chronicle(ProcessorContext<String, Object> context) {
        this.context = context;
    }

    /** Tells of a new status; {@code shown} is the one before, {@code news} the facts that made the difference. */
    void write(
            @Nullable OrderStatus shown,
            OrderStatus status,
            Changes changes,
            List<Fact> news,
            Journal journal,
            Instant now,
            Record<String, ?> cause) {
        HistoryEntry.Builder entry = HistoryEntry.newBuilder()
                .setAt(now)
                .setWhat("FACT")
                .setStatus(status.getStatus())
                .setVersion(status.getVersion());
        tellFacts(news, entry, journal);
        for (MilestoneStamp stamp : changes.reached()) {
            event(status, stamp, false, now, cause);
            journal.accept(milestone(entry, stamp, false));
        }
        for (MilestoneStamp stamp : changes.withdrawn()) {
            event(status, stamp, true, now, cause);
            journal.accept(milestone(entry, stamp, true));
        }
        if (shown == null || !shown.getStatus().equals(status.getStatus())) {
            HistoryEntry.Builder changed = HistoryEntry.newBuilder(entry)
                    .setWhat("STATUS")
                    .setText((shown == null ? "first known" : shown.getStatus()) + " → " + status.getStatus());
            if (!news.isEmpty()) {
                changed.setSource(news.getLast().key().connection())
                        .setEvidence(news.getLast().evidence());
            }
            journal.accept(changed.build());
        }
    }

    /** Writes the record of an order. */
    void record(OrderStatus status, Instant now, Record<String, ?> cause) {
        context.forward(
                headed(
                                cause,
                                status.getOrderId(),
                                "OrderStatusChanged",
                                status.getOrderId() + "@" + text(status.getVersion()),
                                now)
                        .withValue(status),
                NodeName.SINK_STATUS);
    }

    /** Ends the record of an order: a last one that names its survivor, if it has one, then a tombstone. */
    void end(String orderId, OrderVersion version, @Nullable String survivor, Record<String, ?> cause) {
        if (survivor != null) {
            context.forward(
                    cause.withKey(orderId).withValue((Object) MergedOrder.of(orderId, survivor, version)),
                    NodeName.SINK_STATUS);
        }
        context.forward(cause.withKey(orderId).withValue(null), NodeName.SINK_STATUS);
    }

    /** The order went into the archive or came back. */
    static HistoryEntry moved(String text, OrderStatus status, Instant now) {
        return HistoryEntry.newBuilder()
                .setAt(now)
                .setWhat("ARCHIVE")
                .setText(text)
                .setStatus(status.getStatus())
                .setVersion(status.getVersion())
                .build();
    }

    private static void tellFacts(List<Fact> news, HistoryEntry.Builder entry, Journal journal) {
        for (Fact fact : news.subList(0, Math.min(news.size(), FACTS_TOLD))) {
            journal.accept(HistoryEntry.newBuilder(entry)
                    .setText(FactText.of(fact))
                    .setSource(fact.key().connection())
                    .setOccurredAt(
                            fact.occurredAt() == null ? null : fact.occurredAt().toString())
                    .setEvidence(fact.evidence())
                    .build());
        }
        if (news.size() > FACTS_TOLD) {
            journal.accept(HistoryEntry.newBuilder(entry)
                    .setText("and " + (news.size() - FACTS_TOLD) + " facts more")
                    .build());
        }
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

    private static HistoryEntry milestone(HistoryEntry.Builder entry, MilestoneStamp stamp, boolean corrected) {
        return HistoryEntry.newBuilder(entry)
                .setText(stamp.getSubject() + " " + stamp.getMilestone() + (corrected ? " withdrawn" : ""))
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
