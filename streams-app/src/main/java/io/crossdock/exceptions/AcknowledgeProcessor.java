package io.crossdock.exceptions;

import io.crossdock.contract.AuditEntry;
import io.crossdock.observe.OutcomeStore;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Does what a person asked for: takes exceptions on in their name. What is over by then is counted as ignored. */
final class AcknowledgeProcessor extends ContextualProcessor<String, AuditEntry, String, Object> {

    private static final String STAGE = "query";
    private static final String OURSELVES = "crossdock";

    private final Judgement judgement;

    @SuppressWarnings("NullAway.Init") // Streams calls init before the first record.
    private ExceptionLifeCycle exceptions;

    @SuppressWarnings("NullAway.Init")
    private OutcomeStore outcomes;

    AcknowledgeProcessor(Judgement judgement) {
        this.judgement = judgement;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        exceptions = new ExceptionLifeCycle(context, judgement);
        outcomes = new OutcomeStore(context.getStateStore(OutcomeStore.NAME));
    }

    @Override
    public void process(Record<String, AuditEntry> input) {
        AuditEntry entry = input.value();
        boolean open = exceptions.acknowledge(
                entry.getSubject(), Kind.parse(entry.getKind()), entry.getBy(), entry.getNote(), entry.getAt(), input);
        outcomes.count(STAGE, OURSELVES, open ? "applied" : "ignored");
    }
}
