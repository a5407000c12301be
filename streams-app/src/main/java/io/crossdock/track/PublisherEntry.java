package io.crossdock.track;

import io.crossdock.codec.VersionCodec;
import io.crossdock.contract.OrderEntry;
import io.crossdock.contract.OrderStatus;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.publication.Publisher;
import io.crossdock.order.publication.Register;
import io.crossdock.order.publication.Sight;
import io.crossdock.order.status.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a mailbox publishes, as the head of its order keeps it. */
final class PublisherEntry {

    private PublisherEntry() {}

    /** The publisher behind a head; one that never published if there is none. */
    static Publisher read(Identifier self, @Nullable OrderEntry entry) {
        if (entry == null) {
            return Publisher.of(self);
        }
        OrderStatus status = entry.getStatus();
        Publisher.Shown shown = status == null
                ? null
                : new Publisher.Shown(
                        new Sight.Order(
                                Identifier.parse(status.getRoot()), status.getOrderId(), status.getContentHash()),
                        VersionCodec.fromAvro(status.getVersion()));
        return new Publisher(self, shown, VersionCodec.fromAvro(entry.getVersion()), register(entry));
    }

    /** A head like {@code before} that keeps the publisher; its status is {@code before}'s. */
    static OrderEntry with(Publisher publisher, @Nullable OrderEntry before) {
        OrderEntry.Builder builder = before == null
                ? OrderEntry.newBuilder().setOrderId(OrderId.of(publisher.self()))
                : OrderEntry.newBuilder(before);
        return write(publisher, builder).build();
    }

    /** The head of a mailbox that publishes no order, with what it must not forget of {@code before}. */
    static OrderEntry silent(Publisher publisher, @Nullable OrderEntry before) {
        return OrderEntry.newBuilder(with(publisher, before))
                .setStatus(null)
                .setArchiveAt(null)
                .setArchiveParts(0)
                .build();
    }

    /** The head of a published order; {@code archiveAt} is null while it is not done. */
    static OrderEntry of(Publisher publisher, OrderStatus status, long historySize, @Nullable Instant archiveAt) {
        return write(publisher, OrderEntry.newBuilder())
                .setStatus(OrderParts.head(status))
                .setOrderId(status.getOrderId())
                .setHistorySize(historySize)
                .setArchiveAt(archiveAt)
                .build();
    }

    private static OrderEntry.Builder write(Publisher publisher, OrderEntry.Builder head) {
        Register register = publisher.register();
        OrderVersion written = register.version();
        Identifier by = register.by();
        return head.setVersion(VersionCodec.toAvro(publisher.version()))
                .setRecordVersion(written == null ? null : VersionCodec.toAvro(written))
                .setRecordBy(by == null ? null : by.toString())
                .setRecordShown(register.shown());
    }

    private static Register register(OrderEntry entry) {
        io.crossdock.contract.OrderVersion written = entry.getRecordVersion();
        String by = entry.getRecordBy();
        return new Register(
                written == null ? null : VersionCodec.fromAvro(written),
                by == null ? null : Identifier.parse(by),
                entry.getRecordShown());
    }
}
