package io.crossdock.topology;

import io.crossdock.contract.AuditEntry;
import io.crossdock.contract.DeadLetter;
import io.crossdock.contract.MailboxMessage;
import io.crossdock.contract.OrderArchive;
import io.crossdock.contract.OrderEvent;
import io.crossdock.contract.OrderException;
import io.crossdock.contract.OrderStatus;
import io.crossdock.contract.OrderSync;
import io.crossdock.contract.OutMessage;
import io.crossdock.contract.Receipt;
import io.crossdock.contract.ReferenceEntry;
import io.crossdock.contract.SourceTally;
import org.apache.kafka.common.serialization.Serde;

/** How the values of each topic are written and read. */
public record Serdes(
        Serde<MailboxMessage> messages,
        Serde<Receipt> receipts,
        Serde<DeadLetter> deadLetters,
        Serde<OrderStatus> statuses,
        Serde<OrderEvent> events,
        Serde<OrderException> exceptions,
        Serde<OrderSync> syncs,
        Serde<OutMessage> outgoing,
        Serde<OrderArchive> archives,
        Serde<ReferenceEntry> reference,
        Serde<AuditEntry> audit,
        Serde<SourceTally> tallies) {

    /** The same factory for every contract. */
    public static Serdes of(Factory factory) {
        return new Serdes(
                factory.make(),
                factory.make(),
                factory.make(),
                factory.make(),
                factory.make(),
                factory.make(),
                factory.make(),
                factory.make(),
                factory.make(),
                factory.make(),
                factory.make(),
                factory.make());
    }

    /** Makes a serde that reads and writes generated classes. */
    public interface Factory {
        <T> Serde<T> make();
    }
}
