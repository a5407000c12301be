package io.crossdock.normalize;

import io.crossdock.codec.MessageCodec;
import io.crossdock.contract.MailboxMessage;
import io.crossdock.contract.Receipt;
import io.crossdock.flow.Delivery;
import io.crossdock.flow.NodeName;
import io.crossdock.flow.Trail;
import io.crossdock.observe.NewColumns;
import io.crossdock.order.fact.Identifier;
import io.crossdock.reference.LatestStore;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stage that turns what comes in into facts: raw records, receipts, and messages that other tasks sent.
 *
 * @param normalizer the mappings
 * @param newColumns reports columns nobody reads
 * @param outcomes the store of counted outcomes, shared by the stages of a task
 * @param unread the store of rows that became no fact, shared by the stages of a task
 */
public record NormalizeStage(
        Normalizer normalizer, NewColumns newColumns, StoreBuilder<?> outcomes, StoreBuilder<?> unread) {

    /** Raw records to facts and reference data. */
    public ProcessorSupplier<String, byte[], String, Object> records() {
        return with(
                Set.of(outcomes, unread, LatestStore.builder()), () -> new NormalizeProcessor(normalizer, newColumns));
    }

    /** Receipts to facts. */
    public ProcessorSupplier<String, Receipt, String, Object> receipts() {
        return with(Set.of(outcomes), ReceiptProcessor::new);
    }

    /** Messages between mailboxes, from bytes to what they mean. */
    public ProcessorSupplier<String, MailboxMessage, String, Object> messages() {
        return MessageProcessor::new;
    }

    private static <V> ProcessorSupplier<String, V, String, Object> with(
            Set<StoreBuilder<?>> stores, ProcessorSupplier<String, V, String, Object> supplier) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, V, String, Object> get() {
                return supplier.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return stores;
            }
        };
    }

    /** Reads a message and hands it to its mailbox. */
    private static final class MessageProcessor extends ContextualProcessor<String, MailboxMessage, String, Object> {
        @Override
        public void process(Record<String, MailboxMessage> input) {
            Trail.follow(input);
            MailboxMessage message = input.value();
            Delivery delivery = switch (message.getKind()) {
                case ARCHIVE -> new Delivery.Archive(Identifier.parse(message.getVia()));
                case FORGET -> new Delivery.Forget(Identifier.parse(message.getVia()));
                case SHOWN, ENDED, LEFT, FORGOTTEN ->
                    new Delivery.Notified(MessageCodec.notice(message), message.getStatus());
                case HOME, ROWS, DROP -> new Delivery.FromMailbox(MessageCodec.fromAvro(message));
            };
            context().forward(input.withValue(delivery), NodeName.CORRELATE);
        }
    }
}
