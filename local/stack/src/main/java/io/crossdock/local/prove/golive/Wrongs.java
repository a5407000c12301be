package io.crossdock.local.prove.golive;

import io.crossdock.local.prove.broker.AvroTopic;
import java.util.Map;
import java.util.TreeMap;

/** What was reported to be wrong, from when this was opened. */
final class Wrongs implements AutoCloseable {

    private final AvroTopic topic = new AvroTopic("orders.exceptions");
    private final Map<String, Integer> opened = new TreeMap<>();

    /** How many were opened of each type so far, resolved since or not. */
    Map<String, Integer> opened() {
        topic.forEachNext(exception -> {
            if (exception.get("resolvedAt") == null) {
                opened.merge(exception.get("type").toString(), 1, Integer::sum);
            }
        });
        return opened;
    }

    /** Begins to count anew. */
    void forget() {
        opened();
        opened.clear();
    }

    @Override
    public void close() {
        topic.close();
    }
}
