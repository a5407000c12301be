package io.crossdock.local.prove.order;

import io.crossdock.local.prove.Check;
import io.crossdock.local.prove.broker.Consumers;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** {@code orders.archive} from its beginning to its end: a record for each order that went there, a tombstone when it came back. */
final class ArchiveTopic {

    private final Set<String> held = new HashSet<>();
    private long archived;
    private long revived;

    private ArchiveTopic() {}

    /** Reads it all. */
    static ArchiveTopic read() {
        ArchiveTopic topic = new ArchiveTopic();
        Consumers.readAll("orders.archive", topic::take);
        return topic;
    }

    /** Orders that are there in the end. */
    Set<String> held() {
        return held;
    }

    /** The archive is part of the proof only if orders went there and came back while records arrived. */
    Check wasUsed() {
        return new Check(
                "orders were archived and came back in between",
                archived > 0 && revived > 0,
                archived + " times archived, " + revived + " times back");
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            revived++;
            held.remove(record.key());
        } else {
            archived++;
            held.add(record.key());
        }
    }
}
