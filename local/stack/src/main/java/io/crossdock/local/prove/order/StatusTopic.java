package io.crossdock.local.prove.order;

import io.crossdock.local.prove.broker.AvroValues;
import io.crossdock.local.prove.broker.Consumers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * {@code orders.status} from its beginning to its end, committed records only.
 *
 * @param orders the last status of every order that was not ended, by orderId
 * @param mergedInto the survivor that the last record before an ended order's tombstone named, by orderId
 * @param records how many records there are
 * @param regressions records whose version is not above the one before them, of the same order
 */
record StatusTopic(
        Map<String, GenericRecord> orders, Map<String, String> mergedInto, long records, List<String> regressions) {

    /** Reads it all. */
    static StatusTopic read() {
        Reading reading = new Reading();
        Consumers.readAll("orders.status", reading::take);
        return new StatusTopic(reading.orders, reading.mergedInto, reading.records, reading.regressions);
    }

    private static final class Reading {
        private final AvroValues values = new AvroValues();
        private final Map<String, GenericRecord> orders = new TreeMap<>();
        private final Map<String, String> mergedInto = new HashMap<>();
        private final Map<String, long[]> versions = new HashMap<>();
        private final List<String> regressions = new ArrayList<>();
        private long records;

        private void take(ConsumerRecord<String, byte[]> record) {
            records++;
            if (record.value() == null) {
                orders.remove(record.key());
                return;
            }
            GenericRecord status = values.decode(record.value());
            Object survivor = status.get("mergedInto");
            if (survivor != null) {
                mergedInto.put(record.key(), survivor.toString());
                return;
            }
            mergedInto.remove(record.key());
            orders.put(record.key(), status);
            GenericRecord version = (GenericRecord) status.get("version");
            long[] now = {(Long) version.get("epoch"), (Long) version.get("seq")};
            long[] before = versions.put(record.key(), now);
            if (before != null && (now[0] < before[0] || (now[0] == before[0] && now[1] <= before[1]))) {
                regressions.add(record.key() + " " + now[0] + "." + now[1] + " after " + before[0] + "." + before[1]
                        + " at " + record.partition() + "@" + record.offset());
            }
        }
    }
}
