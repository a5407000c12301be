package io.crossdock.correlate;

import io.crossdock.archive.ArchiveStore;
import io.crossdock.codec.MessageCodec;
import io.crossdock.contract.Deadline;
import io.crossdock.contract.OrderStatus;
import io.crossdock.exceptions.Judgement;
import io.crossdock.flow.CommitPace;
import io.crossdock.flow.Delivery;
import io.crossdock.flow.Entered;
import io.crossdock.flow.NodeName;
import io.crossdock.flow.Patience;
import io.crossdock.flow.Room;
import io.crossdock.flow.Standing;
import io.crossdock.flow.Trail;
import io.crossdock.flow.Wake;
import io.crossdock.observe.OutcomeStore;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.mailbox.Mailbox;
import io.crossdock.order.mailbox.Message;
import io.crossdock.order.mailbox.Outcome;
import io.crossdock.order.mailbox.Outgoing;
import io.crossdock.order.mailbox.Step;
import io.crossdock.order.outbox.Behind;
import io.crossdock.order.publication.Notice;
import io.crossdock.systems.DeleteLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Carries facts and messages through {@link Mailbox}: stores what changed, sends what others must know. */
final class CorrelateProcessor extends ContextualProcessor<String, Delivery, String, Object> {

    private static final String STAGE = "correlate";
    private static final String PARKED = "parked";

    /** A second between two looks at the clock is short beside any time that things may wait. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** So many deadlines at once hold up the records behind them for some tens of milliseconds. */
    private static final int DEADLINES_A_LOOK = 200;

    private final IdentifierTypes types;
    private final Patience patience;
    private final Map<String, DeleteLimit> limits;
    private final Judgement judgement;
    private final Room room;
    private final LongSupplier elapsed;

    @SuppressWarnings("NullAway.Init") // Streams calls init before the first record.
    private MailboxStore mailboxes;

    @SuppressWarnings("NullAway.Init")
    private OutcomeStore outcomes;

    @SuppressWarnings("NullAway.Init")
    private FeedGuard guard;

    @SuppressWarnings("NullAway.Init")
    private DeadlineStore deadlines;

    @SuppressWarnings("NullAway.Init")
    private Archivist archivist;

    @SuppressWarnings("NullAway.Init")
    private Gathering gathering;

    @SuppressWarnings("NullAway.Init")
    private CommitPace pace;

    @SuppressWarnings("NullAway.Init")
    private Instant begun;

    private long lateMs = Behind.UNKNOWN.toMillis();

    CorrelateProcessor(
            IdentifierTypes types,
            Patience patience,
            Map<String, DeleteLimit> limits,
            Judgement judgement,
            Room room,
            LongSupplier elapsed) {
        this.judgement = judgement;
        this.room = room;
        this.elapsed = elapsed;
        this.types = types;
        this.patience = patience;
        this.limits = limits;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        ArchiveStore archive = new ArchiveStore(context.getStateStore(ArchiveStore.NAME));
        mailboxes = new MailboxStore(context.getStateStore(MailboxStore.NAME), archive, types, room);
        outcomes = new OutcomeStore(context.getStateStore(OutcomeStore.NAME));
        deadlines = new DeadlineStore(context.getStateStore(DeadlineStore.NAME));
        archivist = new Archivist(context, mailboxes, archive, deadlines, patience);
        context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, this::look);
        FeedStore feeds = new FeedStore(context.getStateStore(FeedStore.NAME));
        guard = new FeedGuard(feeds, new FeedExceptions(context, judgement), limits);
        releaseOnce(context);
        gathering = new Gathering(context.getStateStore(Gathering.NAME), context::currentSystemTimeMs);
        begun = Instant.ofEpochMilli(context.currentSystemTimeMs());
        pace = new CommitPace(context, this::handOn, elapsed);
        pace.begin();
    }

    /** What was held before the last start and has been confirmed since is applied once the task runs. */
    private void releaseOnce(ProcessorContext<String, Object> context) {
        AtomicReference<Cancellable> once = new AtomicReference<>();
        once.set(context.schedule(Duration.ofSeconds(1), PunctuationType.WALL_CLOCK_TIME, now -> {
            Objects.requireNonNull(once.get()).cancel();
            Record<String, Delivery> cause =
                    new Record<>("", new Delivery.FromRecord(STAGE, "crossdock", List.of()), now);
            for (Fact fact : guard.confirmed(cause)) {
                apply(fact.home(), new Message.Home(fact), cause);
            }
        }));
    }

    @Override
    public void close() {
        mailboxes.close();
    }

    @Override
    public void process(Record<String, Delivery> input) {
        lateMs = pace.takes(input);
        Identifier self = Identifier.parse(input.key());
        switch (input.value()) {
            case Delivery.FromRecord record -> {
                Outcome best = Outcome.DUPLICATE;
                boolean held = false;
                for (Fact fact : record.facts()) {
                    if (guard.holds(fact, mailboxes.open(self), input)) {
                        held = true;
                    } else {
                        best = better(best, applyOwn(self, fact, input));
                    }
                }
                count(record.stage(), record.connection(), held ? PARKED : text(best));
            }
            case Delivery.FromMailbox(Message.Home(Fact fact)) -> {
                boolean held = guard.holds(fact, mailboxes.open(self), input);
                count(STAGE, fact.key().connection(), held ? PARKED : text(applyOwn(self, fact, input)));
            }
            case Delivery.FromMailbox(Message message) -> apply(self, message, input);
            case Delivery.Notified(Notice notice, OrderStatus status) -> enter(self, notice, status, input);
            case Delivery.Archive(Identifier above) -> {
                handOnBefore(input, self);
                archivist.follow(self, input);
            }
            case Delivery.Forget(Identifier above) -> {
                handOnBefore(input, self);
                archivist.forget(self, above, input);
            }
        }
    }

    private Outcome applyOwn(Identifier self, Fact fact, Record<String, Delivery> input) {
        Outcome outcome = apply(self, new Message.Home(fact), input);
        guard.ended(fact, outcome, input);
        return outcome;
    }

    private Outcome apply(Identifier self, Message message, Record<String, Delivery> input) {
        Mailbox mailbox = mailboxes.open(self);
        boolean wasOverloaded = mailbox.overloaded() != null;
        Step step = mailbox.apply(message);
        boolean revived = mailboxes.save(self, step.rowChanges(), step.headToWrite());
        if (revived) {
            archivist.revived(self);
        }
        send(step, input);
        boolean news = revived || !step.changed().isEmpty() || step.becameTopmost();
        // A mailbox that has fallen silent is told of wherever it stands: the order above it only sees that documents
        // are gone.
        boolean silent = wasOverloaded != (mailbox.overloaded() != null);
        if ((mailbox.topmost() && news) || step.ceasedToBeTopmost() || silent) {
            gathering.add(self, step.changed(), input);
        }
        return step.outcome();
    }

    /** Hands on every mailbox that was told something, as long as there is time; how much is left. */
    private int handOn(BooleanSupplier hasTime) {
        return gathering.each(hasTime, this::handOn);
    }

    /** Hands on what a mailbox was told so far, before {@code next} does something else to it. */
    private void handOnBefore(Record<?, ?> next, Identifier self) {
        handOn(self);
        Trail.follow(next);
    }

    private void handOn(Identifier self) {
        Gathering.News news = gathering.take(self);
        if (news != null) {
            Trail.follow(news.cause());
            stand(mailboxes.open(self), Standing.Moment.TOLD, news.changed(), news.cause());
        }
    }

    private void send(Step step, Record<String, ?> cause) {
        for (Outgoing outgoing : step.outgoing()) {
            context()
                    .forward(
                            cause.withKey(outgoing.to().toString())
                                    .withValue((Object) MessageCodec.toAvro(outgoing.message())),
                            NodeName.SINK_FACTS);
        }
    }

    /** Hands on what another mailbox says of the order that this one is the root of. */
    private void enter(Identifier self, Notice notice, @Nullable OrderStatus status, Record<String, Delivery> input) {
        handOnBefore(input, self);
        Mailbox mailbox = mailboxes.open(self);
        Asked asked = asked(self);
        Entered entered = new Entered(self, mailbox.topmost(), notice, status, asked);
        context().forward(input.withValue(entered), NodeName.TRACK);
        keep(self, asked, input);
    }

    /** Time has passed: what is due is judged by the facts that stand now, so a deadline whose cause is gone does nothing. */
    private void look(long now) {
        Instant at = Instant.ofEpochMilli(now);
        List<Deadline> all = deadlines.take(at, DEADLINES_A_LOOK);
        for (Deadline due : all) {
            Identifier self = Identifier.parse(due.getIdentifier());
            Record<String, Deadline> cause = new Record<>(due.getIdentifier(), due, now);
            handOnBefore(cause, self);
            Mailbox mailbox = mailboxes.open(self);
            boolean forget = due.getWhy().equals(Wake.FORGET.name());
            if (forget && archivist.forgets(self, at)) {
                stand(mailbox, Standing.Moment.FORGOTTEN, new TreeSet<>(), cause);
                archivist.forget(self, self, cause);
            } else if (!forget && !mailboxes.archived(self)) {
                if (mailbox.topmost()) {
                    stand(mailbox, moment(due), new TreeSet<>(), cause);
                } else if (due.getWhy().equals(Wake.ARCHIVE.name())) {
                    archivist.follow(self, cause);
                }
            }
        }
        if (!all.isEmpty()) {
            // An order to a warehouse may have waited for it.
            pace.owes();
        }
    }

    private static Standing.Moment moment(Deadline due) {
        return due.getWhy().equals(Wake.RETELL.name()) ? Standing.Moment.RETOLD : Standing.Moment.WOKEN;
    }

    /** Hands on what stands in a mailbox, and does what the later stages ask of it. */
    private void stand(Mailbox mailbox, Standing.Moment moment, SortedSet<FactKey> changed, Record<String, ?> cause) {
        Asked asked = asked(mailbox.self());
        Standing standing = new Standing(
                mailbox.self(),
                mailbox.topmost(),
                moment,
                changed,
                mailbox.effective(),
                mailbox.ambiguities(),
                mailbox.overloaded(),
                asked);
        context().forward(cause.withKey(mailbox.self().toString()).withValue(standing), NodeName.TRACK);
        keep(mailbox.self(), asked, cause);
        if (asked.toArchive()) {
            archivist.archive(mailbox.self(), cause);
        }
    }

    private Asked asked(Identifier self) {
        return new Asked(self, deadlines, new Behind(begun, Duration.ofMillis(lateMs)));
    }

    /** Keeps facts that we state ourselves: they are no news to the mailbox, but to those above it. */
    private void keep(Identifier self, Asked asked, Record<String, ?> cause) {
        for (Fact fact : asked.facts()) {
            Step kept = mailboxes.open(self).apply(new Message.Home(fact));
            if (mailboxes.save(self, kept.rowChanges(), kept.headToWrite())) {
                archivist.revived(self);
            }
            send(kept, cause);
        }
    }

    private void count(String stage, String connection, String outcome) {
        outcomes.count(stage, connection, outcome);
    }

    private static String text(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** A record of several facts is applied if one is, else superseded, else a duplicate. */
    private static Outcome better(Outcome one, Outcome other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
