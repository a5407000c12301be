package io.crossdock.track;

import io.crossdock.archive.ArchiveStore;
import io.crossdock.codec.MessageCodec;
import io.crossdock.codec.VersionCodec;
import io.crossdock.contract.HistoryEntry;
import io.crossdock.contract.MilestoneStamp;
import io.crossdock.contract.OrderEntry;
import io.crossdock.contract.OrderStatus;
import io.crossdock.exceptions.ExceptionLifeCycle;
import io.crossdock.exceptions.Subject;
import io.crossdock.exceptions.Wrong;
import io.crossdock.flow.Entered;
import io.crossdock.flow.MailboxEvent;
import io.crossdock.flow.Memo;
import io.crossdock.flow.NodeName;
import io.crossdock.flow.Standing;
import io.crossdock.flow.Tracked;
import io.crossdock.flow.Wake;
import io.crossdock.freshness.WatermarkStore;
import io.crossdock.freshness.Watermarks;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.OrderVersion;
import io.crossdock.order.mailbox.Message;
import io.crossdock.order.publication.Publisher;
import io.crossdock.order.severity.Stake;
import io.crossdock.order.status.Names;
import io.crossdock.order.status.Projected;
import io.crossdock.order.status.Projection;
import io.crossdock.order.watch.Tellers;
import io.crossdock.watch.Calendars;
import io.crossdock.watch.Hearing;
import io.crossdock.watch.Limits;
import io.crossdock.watch.Stakes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Carries the facts of a topmost mailbox through {@link Projection}, publishes the status when its content changed. */
final class TrackProcessor extends ContextualProcessor<String, MailboxEvent, String, Object> {

    private final TrackStage stage;

    @SuppressWarnings("NullAway.Init") // Streams calls init before the first record.
    private OrderStore orders;

    @SuppressWarnings("NullAway.Init")
    private HistoryStore history;

    @SuppressWarnings("NullAway.Init")
    private OrderFiles files;

    @SuppressWarnings("NullAway.Init")
    private Chronicle chronicle;

    @SuppressWarnings("NullAway.Init")
    private Publications publications;

    @SuppressWarnings("NullAway.Init")
    private ExceptionLifeCycle exceptions;

    @SuppressWarnings("NullAway.Init")
    private Wrongs wrongs;

    @SuppressWarnings("NullAway.Init")
    private Limits limits;

    @SuppressWarnings("NullAway.Init")
    private Stakes stakes;

    @SuppressWarnings("NullAway.Init")
    private Recollections recollections;

    TrackProcessor(TrackStage stage) {
        this.stage = stage;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        recollections = new Recollections(stage.projection(), stage.room());
        orders = new OrderStore(
                context.getStateStore(OrderStore.NAME), context.getStateStore(OrderStore.PARTS), stage.room());
        KeyValueStore<String, HistoryEntry> entries = context.getStateStore(HistoryStore.NAME);
        history = new HistoryStore(entries);
        files = new OrderFiles(
                context,
                new ArchiveStore(context.getStateStore(ArchiveStore.NAME)),
                orders,
                HistoryStore.shelf(entries));
        chronicle = new Chronicle(context);
        publications = new Publications(context, orders, chronicle, stage.epoch());
        exceptions = new ExceptionLifeCycle(context, stage.judgement());
        stakes = new Stakes(context, stage.customerSources());
        limits = new Limits(
                stage.limits(),
                new Calendars(context, stage.locationSources(), stage.limits().calendar()),
                new Hearing(new Tellers(stage.ownership()), new Watermarks(context.getStateStore(WatermarkStore.NAME))),
                stage.room());
        wrongs = new Wrongs(stage.types(), stage.patience(), exceptions, limits);
    }

    @Override
    public void close() {
        recollections.close();
        orders.close();
        limits.close();
    }

    @Override
    public void process(Record<String, MailboxEvent> input) {
        switch (input.value()) {
            case Entered entered -> {
                files.restore(entered.self(), input);
                publications.enter(entered, input);
            }
            case Standing standing when standing.moment() == Standing.Moment.FORGOTTEN -> forget(standing, input);
            case Standing standing -> stand(standing, input);
        }
    }

    private void stand(Standing standing, Record<String, ?> input) {
        boolean revived = files.restore(standing.self(), input);
        if (!revived && isCalledWhatItWasCalled(standing)) {
            return;
        }
        Projected projected = standing.topmost() ? recollections.project(standing) : null;
        if (projected == null || projected.orderId() == null) {
            leave(standing, revived, input);
        } else {
            track(standing, projected, projected.orderId(), revived, input);
        }
    }

    /** Nearly every new order hears its own names once more (R200); where something is wrong with it, they may put it right. */
    private boolean isCalledWhatItWasCalled(Standing standing) {
        if (!standing.topmost()
                || standing.moment() != Standing.Moment.TOLD
                || standing.overload() != null
                || !standing.ambiguities().isEmpty()
                || !Names.areKnown(stage.types(), standing.facts(), standing.changed())) {
            return false;
        }
        OrderEntry before = orders.find(standing.self());
        return before != null
                && before.getStatus() != null
                && exceptions.isClear(Subject.of(standing.self().toString()));
    }

    private void track(
            Standing standing, Projected projected, String orderId, boolean revived, Record<String, ?> input) {
        Identifier self = standing.self();
        OrderEntry before = orders.find(self);
        OrderStatus shown = before == null ? null : before.getStatus();
        Reading reading = Reading.of(standing);
        Publisher.Step step = publications.look(standing, before, reading, projected);
        publications.notify(step, standing, input);
        Journal journal = new Journal(history, self, before == null ? 0 : before.getHistorySize());
        Supplier<Stake> stake = Memo.of(() -> stakes.of(projected.status()));
        Map<String, Wrong> wrong = wrongs.ofOrder(standing, projected, now());
        exceptions.update(Subject.ofOrder(self.toString(), orderId, stake), wrong, now(), input);
        OrderStatus status;
        Changes changes = Changes.NONE;
        OrderVersion version = step.version();
        if (version == null) {
            status = orders.whole(self, Objects.requireNonNull(shown));
        } else {
            status = recollections
                    .contracts(self)
                    .status(projected.status(), orderId, VersionCodec.toAvro(version), projected.contentHash());
            changes = publish(step, standing, projected, before, status, reading, journal, input);
        }
        if (revived) {
            journal.accept(Chronicle.moved("back from the archive", status, now()));
        }
        toPublish(input, order(standing, projected, status, changes, reading, journal, revived, stake));
        Instant archiveAt = Quiet.archiveAt(projected, before, reading, stage.patience(), now());
        boolean archives = archiveAt != null && !archiveAt.isAfter(now()) && standing.moment() == Standing.Moment.WOKEN;
        if (archives) {
            journal.accept(Chronicle.moved("archived", status, now()));
        } else if (archiveAt != null && (before == null || !archiveAt.equals(before.getArchiveAt()))) {
            standing.place().wakeAt(archiveAt, Wake.ARCHIVE);
        }
        keep(step.publisher(), before, status, journal, archives ? null : archiveAt);
        if (archives) {
            files.archive(self, status, standing.facts(), now(), input);
            toPublish(input, new Tracked.Archived(self, now()));
            standing.place().archive();
        }
    }

    /** The order has been archived for so long that nobody asks for it. */
    private void forget(Standing standing, Record<String, ?> input) {
        Identifier self = standing.self();
        OrderEntry forgotten = files.forget(self, now(), input);
        if (forgotten != null) {
            exceptions.update(Subject.of(self.toString()), Map.of(), now(), input);
            if (forgotten.getStatus() != null) {
                publications.forget(self, forgotten.getStatus(), input);
            }
            toPublish(input, new Tracked.Forgotten(self));
        }
    }

    private Changes publish(
            Publisher.Step step,
            Standing standing,
            Projected projected,
            @Nullable OrderEntry before,
            OrderStatus status,
            Reading reading,
            Journal journal,
            Record<String, ?> input) {
        Identifier self = standing.self();
        OrderStatus shown = before == null ? null : before.getStatus();
        if (before == null || !before.getOrderId().equals(status.getOrderId())) {
            send(
                    input,
                    new Message.Home(OurFacts.alias(
                            status.getOrderId(), projected.status().root(), now())));
        }
        List<MilestoneStamp> stamps = recollections.contracts(self).stamps(projected.milestones());
        Changes changes = orders.write(self, status, stamps);
        publications.show(step, Objects.requireNonNull(projected.root()), status, standing, input);
        chronicle.write(shown, status, changes, reading.news(), journal, now(), input);
        return changes;
    }

    /** The head is written last: {@code publish} may have written the history on. */
    private void keep(
            Publisher publisher,
            @Nullable OrderEntry before,
            OrderStatus status,
            Journal journal,
            @Nullable Instant archiveAt) {
        OrderEntry entry = PublisherEntry.of(publisher, status, journal.written(), archiveAt);
        if (!entry.equals(before)) {
            orders.put(publisher.self(), entry);
        }
    }

    /** There is no order here, or another mailbox tracks it. */
    private void leave(Standing standing, boolean revived, Record<String, ?> input) {
        Identifier self = standing.self();
        exceptions.update(Subject.of(self.toString()), wrongs.ofMailbox(standing, now()), now(), input);
        OrderEntry before = orders.find(self);
        Publisher.Step step = publications.look(standing, before, Reading.of(standing), null);
        publications.notify(step, standing, input);
        boolean left = before != null && before.getStatus() != null;
        if (left) {
            orders.clear(self);
        }
        if (left || !step.publisher().equals(PublisherEntry.read(self, before))) {
            orders.put(self, PublisherEntry.silent(step.publisher(), before));
        }
        if (left) {
            toPublish(input, new Tracked.Left(self, revived));
        }
    }

    private static Tracked.Order order(
            Standing standing,
            Projected projected,
            OrderStatus status,
            Changes changes,
            Reading reading,
            Journal journal,
            boolean revived,
            Supplier<Stake> stake) {
        Identifier self = standing.self();
        Set<String> unheard = projected.awaiting() ? Set.of(self.connection()) : Set.of();
        return new Tracked.Order(
                self,
                status,
                projected.milestones(),
                changes.reached(),
                changes.withdrawnNames(),
                reading.receipts(),
                reading.feedback(),
                standing.place(),
                journal,
                revived,
                unheard,
                stake);
    }

    private void toPublish(Record<String, ?> input, Tracked tracked) {
        context().forward(input.withValue(tracked), NodeName.PUBLISH);
    }

    private void send(Record<String, ?> input, Message.Home message) {
        String home = message.fact().home().toString();
        context().forward(input.withKey(home).withValue(MessageCodec.toAvro(message)), NodeName.SINK_FACTS);
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }
}
