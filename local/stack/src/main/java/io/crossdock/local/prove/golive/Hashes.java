package io.crossdock.local.prove.golive;

import io.crossdock.local.prove.broker.AvroValues;
import io.crossdock.local.prove.broker.Consumers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/** The content of every order as it was published last, by order and epoch. */
final class Hashes {

    private final Map<String, String> before = new HashMap<>();
    private final Map<String, String> after = new HashMap<>();

    private Hashes() {}

    /** Reads {@code orders.status}; what has a version of {@code epoch} came after. */
    static Hashes read(long epoch) {
        Hashes hashes = new Hashes();
        AvroValues values = new AvroValues();
        Consumers.readAll("orders.status", each -> {
            if (each.value() == null) {
                // It has become another order.
                hashes.before.remove(each.key());
                hashes.after.remove(each.key());
            } else {
                hashes.take(each.key(), values.decode(each.value()), epoch);
            }
        });
        return hashes;
    }

    private void take(String order, GenericRecord status, long epoch) {
        long of = (Long) ((GenericRecord) status.get("version")).get("epoch");
        (of >= epoch ? after : before).put(order, status.get("contentHash").toString());
    }

    /** Orders that were published again. */
    int again() {
        return after.size();
    }

    /** Orders that were published before and not again. */
    List<String> missing() {
        return before.keySet().stream()
                .filter(order -> !after.containsKey(order))
                .toList();
    }

    /** Orders of which something else was published again. */
    List<String> different() {
        return before.entrySet().stream()
                .filter(order -> after.containsKey(order.getKey()))
                .filter(order -> !order.getValue().equals(after.get(order.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
