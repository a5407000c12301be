package io.crossdock.local.prove.loop.scene;

import io.crossdock.local.prove.broker.AvroTopic;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/** What has been confirmed on {@code orders.sync} since this was opened: the last word on each thing that a target is told. */
final class Stamps implements AutoCloseable {

    private final AvroTopic topic = new AvroTopic("orders.sync");
    private final Map<List<String>, Stamp> stamps = new HashMap<>();

    /**
     * Something that a target knows.
     *
     * @param orderId of which order
     * @param target who
     * @param what the effect, or else the milestone
     * @param recordedAt commit at the source, ms since 1970
     * @param confirmedAt answer of the target, ms since 1970
     */
    record Stamp(String orderId, String target, String what, long recordedAt, long confirmedAt) {

        /** From commit to answer, in ms. */
        long lag() {
            return confirmedAt - recordedAt;
        }
    }

    /** All of them as they are now. */
    Collection<Stamp> read() {
        topic.forEachNext(this::keep);
        return List.copyOf(stamps.values());
    }

    private void keep(GenericRecord sync) {
        String orderId = text(sync, "orderId");
        String effect = text(sync, "effect");
        List<String> key =
                List.of(orderId, text(sync, "subject"), text(sync, "milestone"), text(sync, "target"), effect);
        if (text(sync, "outcome").equals("CONFIRMED") && sync.get("confirmedAt") instanceof Long confirmedAt) {
            String what = effect.isEmpty() ? text(sync, "milestone") : effect;
            stamps.put(key, new Stamp(orderId, text(sync, "target"), what, (Long) sync.get("recordedAt"), confirmedAt));
        } else {
            stamps.remove(key);
        }
    }

    private static String text(GenericRecord sync, String field) {
        Object value = sync.get(field);
        return value == null ? "" : value.toString();
    }

    @Override
    public void close() {
        topic.close();
    }
}
