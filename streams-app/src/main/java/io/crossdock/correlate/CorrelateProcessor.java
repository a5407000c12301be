package io.crossdock.correlate;

import io.crossdock.codec.MessageCodec;
import io.crossdock.flow.Delivery;
import io.crossdock.flow.NodeName;
import io.crossdock.flow.Standing;
import io.crossdock.observe.OutcomeStore;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.fact.IdentifierTypes;
import io.crossdock.order.mailbox.Mailbox;
import io.crossdock.order.mailbox.Message;
import io.crossdock.order.mailbox.Outcome;
import io.crossdock.order.mailbox.Outgoing;
import io.crossdock.order.mailbox.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Carries facts and messages through {@link Mailbox}: stores what changed, sends what others must know. */
final class CorrelateProcessor extends ContextualProcessor<String, Delivery, String, Object> {

    private static final String STAGE = "correlate";

    private final IdentifierTypes types;

    @SuppressWarnings("NullAway.Init") // Streams calls init before the first record.
    private MailboxStore mailboxes;

    @SuppressWarnings("NullAway.Init")
    private OutcomeStore outcomes;

    CorrelateProcessor(IdentifierTypes types) {
        this.types = types;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        mailboxes = new MailboxStore(context.getStateStore(MailboxStore.NAME), types);
        outcomes = new OutcomeStore(context.getStateStore(OutcomeStore.NAME));
    }

    @Override
    public void process(Record<String, Delivery> input) {
        Identifier self = Identifier.parse(input.key());
        switch (input.value()) {
            case Delivery.FromRecord record -> {
                Outcome best = Outcome.DUPLICATE;
                for (Fact fact : record.facts()) {
                    best = better(best, apply(self, new Message.Home(fact), input));
                }
                count(record.stage(), record.connection(), best);
            }
            case Delivery.FromMailbox(Message.Home home) ->
                count(STAGE, home.fact().key().connection(), apply(self, home, input));
            case Delivery.FromMailbox(Message message) -> apply(self, message, input);
        }
    }

    private Outcome apply(Identifier self, Message message, Record<String, Delivery> input) {
        Mailbox mailbox = mailboxes.open(self);
        Step step = mailbox.apply(message);
        mailboxes.save(self, step.rowChanges(), step.headToWrite());
        for (Outgoing outgoing : step.outgoing()) {
            context()
                    .forward(
                            input.withKey(outgoing.to().toString()).withValue(MessageCodec.toAvro(outgoing.message())),
                            NodeName.SINK_FACTS);
        }
        boolean news = !step.changed().isEmpty() || step.becameTopmost();
        if ((mailbox.topmost() && news) || step.ceasedToBeTopmost()) {
            List<Fact> own = new ArrayList<>();
            Standing standing = new Standing(self, mailbox.topmost(), step.changed(), mailbox.effective(), own::add);
            context().forward(input.withKey(self.toString()).withValue(standing), NodeName.TRACK);
            keep(mailbox, own);
        }
        return step.outcome();
    }

    /** What we state about a topmost mailbox ourselves stays in it: there is nobody to tell. */
    private void keep(Mailbox mailbox, List<Fact> own) {
        for (Fact fact : own) {
            Step kept = mailbox.apply(new Message.Home(fact));
            mailboxes.save(mailbox.self(), kept.rowChanges(), kept.headToWrite());
        }
    }

    private void count(String stage, String connection, Outcome outcome) {
        outcomes.count(stage, connection, outcome.name().toLowerCase(Locale.ROOT));
    }

    /** A record of several facts is applied if one is, else superseded, else a duplicate. */
    private static Outcome better(Outcome one, Outcome other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
