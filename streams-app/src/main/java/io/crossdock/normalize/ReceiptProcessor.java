package io.crossdock.normalize;

import io.crossdock.codec.ReceiptFacts;
import io.crossdock.contract.Receipt;
import io.crossdock.flow.Delivery;
import io.crossdock.flow.NodeName;
import io.crossdock.flow.Trail;
import io.crossdock.observe.OutcomeStore;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Turns a receipt into a fact at the identifier that sent the message: this is where the loop closes. */
final class ReceiptProcessor extends ContextualProcessor<String, Receipt, String, Object> {

    @SuppressWarnings("NullAway.Init") // Streams calls init before the first record.
    private OutcomeStore outcomes;

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        outcomes = new OutcomeStore(context.getStateStore(OutcomeStore.NAME));
    }

    @Override
    public void process(Record<String, Receipt> input) {
        Trail.follow(input);
        Receipt receipt = input.value();
        RecordMetadata at = context().recordMetadata().orElseThrow();
        String evidence = at.topic() + "-" + at.partition() + "@" + at.offset();
        String outcome = receipt.getOutcome().name().toLowerCase(Locale.ROOT);
        outcomes.count("sink", receipt.getTarget(), outcome);
        Delivery delivery = new Delivery.FromRecord(
                "publish", receipt.getTarget(), List.of(ReceiptFacts.answered(receipt, input.timestamp(), evidence)));
        context().forward(input.withValue(delivery), NodeName.CORRELATE);
    }
}
