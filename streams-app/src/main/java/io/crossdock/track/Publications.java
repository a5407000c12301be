package io.crossdock.track;

import io.crossdock.codec.MessageCodec;
import io.crossdock.codec.VersionCodec;
import io.crossdock.contract.OrderEntry;
import io.crossdock.contract.OrderStatus;
import io.crossdock.flow.Entered;
import io.crossdock.flow.MailboxEvent;
import io.crossdock.flow.NodeName;
import io.crossdock.flow.Standing;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.publication.FormerOrders;
import io.crossdock.order.publication.Notice;
import io.crossdock.order.publication.Publisher;
import io.crossdock.order.publication.Register;
import io.crossdock.order.publication.Sight;
import io.crossdock.order.status.OrderId;
import io.crossdock.order.status.Projected;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Carries what {@link Publisher} and {@link Register} decide: writes records of orders here, sends notices to roots elsewhere. */
final class Publications {

    private final ProcessorContext<String, Object> context;
    private final OrderStore orders;
    private final Chronicle chronicle;
    private final long epoch;

    Publications(ProcessorContext<String, Object> context, OrderStore orders, Chronicle chronicle, long epoch) {
        this.context = context;
        this.orders = orders;
        this.chronicle = chronicle;
        this.epoch = epoch;
    }

    /** What follows for what is published from what stands; {@code projected} is null if there is no order. */
    Publisher.Step look(
            Standing standing, @Nullable OrderEntry before, Reading reading, @Nullable Projected projected) {
        Sight sight = new Sight(
                standing.topmost(),
                projected == null ? null : order(projected),
                reading.formers(),
                FormerOrders.gone(standing.changed(), reading.formers()),
                reading.seen(),
                standing.moment() == Standing.Moment.RETOLD
                        ? Versions.max(reading.elsewhere(), lastOf(before))
                        : reading.elsewhere(),
                home -> standing.facts().stream().anyMatch(fact -> fact.home().equals(home)));
        return PublisherEntry.read(standing.self(), before).look(sight, epoch);
    }

    /** As if somebody else held it: what is published next is above it, though it says the same. */
    private static @Nullable OrderVersion lastOf(@Nullable OrderEntry before) {
        return before == null || before.getStatus() == null
                ? null
                : VersionCodec.fromAvro(before.getStatus().getVersion());
    }

    /** Ends what has ended, and says what has left. */
    void notify(Publisher.Step step, Standing standing, Record<String, ?> cause) {
        step.notices().forEach((root, notice) -> {
            if (!root.equals(standing.self())) {
                send(root, notice, null, cause);
            } else if (notice instanceof Notice.Ended ended) {
                end(root, ended, cause);
                keep(standing, step.publisher().register(), "");
            }
        });
    }

    /** Makes a status the record of its order. */
    void show(Publisher.Step step, Identifier root, OrderStatus status, Standing standing, Record<String, ?> cause) {
        if (root.equals(standing.self())) {
            chronicle.record(status, now(), cause);
            keep(standing, step.publisher().register(), status.getContentHash());
        } else {
            send(root, new Notice.Shown(standing.self(), VersionCodec.fromAvro(status.getVersion())), status, cause);
        }
    }

    /** The order is forgotten: it has no record any more. */
    void forget(Identifier self, OrderStatus last, Record<String, ?> cause) {
        Identifier root = Identifier.parse(last.getRoot());
        if (root.equals(self)) {
            chronicle.end(last.getOrderId(), last.getVersion(), null, cause);
        } else {
            send(root, new Notice.Forgotten(self), null, cause);
        }
    }

    /** Enters what another mailbox says of the order that this one is the root of. */
    void enter(Entered entered, Record<String, ?> cause) {
        Identifier self = entered.self();
        OrderEntry before = orders.find(self);
        Publisher publisher = PublisherEntry.read(self, before);
        Register.Entry entry = publisher.register().enter(entered.notice(), entered.topmost());
        if (!entry.register().equals(publisher.register())) {
            orders.put(self, PublisherEntry.with(publisher.with(entry.register()), before));
        }
        if (entry.write()) {
            write(entered, cause);
        }
        if (entry.state()) {
            keep(entered, entry.register(), "");
        }
    }

    private void write(Entered entered, Record<String, ?> cause) {
        switch (entered.notice()) {
            case Notice.Shown shown when entered.status() != null -> chronicle.record(entered.status(), now(), cause);
            case Notice.Ended ended -> end(entered.self(), ended, cause);
            case Notice.Forgotten forgotten ->
                context.forward(cause.withKey(OrderId.of(entered.self())).withValue(null), NodeName.SINK_STATUS);
            case Notice.Shown shown -> throw new IllegalStateException(shown + " came without its status");
            case Notice.Left left -> throw new IllegalStateException(left + " is nothing to be written");
        }
    }

    private void end(Identifier root, Notice.Ended ended, Record<String, ?> cause) {
        chronicle.end(OrderId.of(root), VersionCodec.toAvro(ended.version()), ended.survivor(), cause);
    }

    private void keep(MailboxEvent event, Register register, String contentHash) {
        event.place().keep(FormerOrders.fact(event.self(), register, contentHash, now()));
    }

    private void send(Identifier root, Notice notice, @Nullable OrderStatus status, Record<String, ?> cause) {
        context.forward(
                cause.withKey(root.toString()).withValue((Object) MessageCodec.toAvro(notice, status)),
                NodeName.SINK_FACTS);
    }

    private static Sight.@Nullable Order order(Projected projected) {
        Identifier root = projected.root();
        String orderId = projected.orderId();
        return root == null || orderId == null ? null : new Sight.Order(root, orderId, projected.contentHash());
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
