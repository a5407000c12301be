package io.crossdock.normalize;

import io.crossdock.codec.MessageCodec;
import io.crossdock.contract.DeadLetter;
import io.crossdock.contract.MailboxMessage;
import io.crossdock.flow.Delivery;
import io.crossdock.flow.NodeName;
import io.crossdock.flow.Trail;
import io.crossdock.heard.UnreadRows;
import io.crossdock.observe.NewColumns;
import io.crossdock.observe.OutcomeStore;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.mailbox.Message;
import io.crossdock.reference.LatestStore;
import io.crossdock.reference.Newest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Carries a raw record through {@link Normalizer}: its facts to the mailbox they are at home in (in this task if the record
 * landed there, else over the topic of facts), a newer row of reference data to its topic, a rejection to the dead letters. Every
 * record is counted once.
 */
final class NormalizeProcessor extends ContextualProcessor<String, byte[], String, Object> {

    private static final String STAGE = "normalize";

    /** The rule by which a row that is there says nothing. */
    private static final String SAYS_NOTHING = "mapping";

    private final Normalizer normalizer;
    private final NewColumns newColumns;

    @SuppressWarnings("NullAway.Init") // Streams calls init before the first record.
    private OutcomeStore outcomes;

    @SuppressWarnings("NullAway.Init")
    private LatestStore latest;

    @SuppressWarnings("NullAway.Init")
    private UnreadRows unread;

    NormalizeProcessor(Normalizer normalizer, NewColumns newColumns) {
        this.normalizer = normalizer;
        this.newColumns = newColumns;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        outcomes = new OutcomeStore(context.getStateStore(OutcomeStore.NAME));
        latest = new LatestStore(context.getStateStore(LatestStore.NAME));
        unread = new UnreadRows(context.getStateStore(UnreadRows.NAME));
    }

    @Override
    public void process(Record<String, byte[]> input) {
        Trail.follow(input);
        RawRecord raw = raw(input, context().recordMetadata().orElseThrow());
        switch (normalizer.normalize(raw)) {
            case Normalized.Ignored ignored -> ignore(raw, ignored);
            case Normalized.Rejected rejected -> reject(raw, rejected, input);
            case Normalized.Accepted accepted -> accept(accepted, input);
            case Normalized.Referenced referenced -> refer(referenced, input);
        }
    }

    private void ignore(RawRecord raw, Normalized.Ignored ignored) {
        outcomes.count(STAGE, ignored.connection(), "ignored");
        if (ignored.rule().equals(SAYS_NOTHING)) {
            note(raw, ignored);
        }
    }

    /** The row was heard, though it became no fact. */
    private void note(RawRecord raw, Normalized normalized) {
        Unread found = normalizer.unread(raw);
        if (found == null || raw.key() == null) {
            return;
        }
        if (found.row() == null) {
            unread.note(normalized.connection(), normalized.entity(), raw.key(), found.committed());
        } else {
            unread.note(found.row(), found.committed());
        }
    }

    private void accept(Normalized.Accepted accepted, Record<String, byte[]> input) {
        newColumns.report(accepted.connection(), accepted.entity(), accepted.newColumn());
        List<Fact> here = new ArrayList<>(accepted.facts().size());
        for (Fact fact : accepted.facts()) {
            String home = fact.home().toString();
            if (home.equals(input.key())) {
                here.add(fact);
            } else {
                MailboxMessage message = MessageCodec.toAvro(new Message.Home(fact));
                context().forward(input.withKey(home).withValue(message), NodeName.SINK_FACTS);
            }
        }
        if (here.isEmpty()) {
            // Counted again, with its real outcome, where it is at home.
            outcomes.count(STAGE, accepted.connection(), "applied");
        } else {
            Delivery delivery = new Delivery.FromRecord(STAGE, accepted.connection(), here);
            context().forward(input.withKey(here.getFirst().home().toString()).withValue(delivery), NodeName.CORRELATE);
        }
    }

    private void refer(Normalized.Referenced referenced, Record<String, byte[]> input) {
        newColumns.report(referenced.connection(), referenced.entity(), referenced.newColumn());
        Newest outcome = latest.take(referenced.entry());
        outcomes.count(STAGE, referenced.connection(), outcome.name().toLowerCase(Locale.ROOT));
        if (outcome != Newest.APPLIED) {
            return;
        }
        String sink = NodeName.sinkReference(referenced.entity());
        Record<String, Object> entry = input.withKey(referenced.entry().name().toString())
                .withValue(referenced.entry().toAvro());
        context().forward(entry, sink);
        if (!referenced.entry().isThere()) {
            context().forward(entry.withValue(null), sink);
        }
    }

    private void reject(RawRecord raw, Normalized.Rejected rejected, Record<String, byte[]> input) {
        outcomes.countDeadLetter(STAGE, rejected.connection(), rejected.reason().text());
        note(raw, rejected);
        DeadLetter letter = DeadLetter.newBuilder()
                .setTopic(raw.topic())
                .setPartition(raw.partition())
                .setOffset(raw.offset())
                .setKey(raw.key())
                .setStage(STAGE)
                .setConnection(rejected.connection())
                .setEntity(rejected.entity())
                .setReason(rejected.reason().text())
                .setText(rejected.text())
                .setLandedAt(raw.landedAt())
                .setTraceparent(raw.traceparent())
                .build();
        String coordinates = raw.topic() + "-" + raw.partition() + "@" + raw.offset();
        context().forward(input.withKey(coordinates).withValue(letter), NodeName.SINK_DEAD_LETTERS);
    }

    private static RawRecord raw(Record<String, byte[]> input, RecordMetadata at) {
        Instant landedAt = Instant.ofEpochMilli(input.timestamp());
        return new RawRecord(
                at.topic(), at.partition(), at.offset(), input.key(), input.value(), landedAt, traceparent(input));
    }

    private static @Nullable String traceparent(Record<String, byte[]> input) {
        Header header = input.headers().lastHeader(Trail.HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
