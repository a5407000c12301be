package io.crossdock.local.prove.seen;

import io.crossdock.local.prove.broker.AvroTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;

/** Everything that is sent to any target, from when this was opened. */
public final class Outbound implements AutoCloseable {

    /** All of them. */
    public static final List<String> TARGETS = List.of("crm", "erp", "wms-east", "wms-west", "notify");

    private final List<AvroTopic> topics =
            TARGETS.stream().map(target -> new AvroTopic("out." + target)).toList();

    /**
     * One message.
     *
     * @param target to whom
     * @param key the target's record
     * @param effect what is asked for; empty if it says how an order stands
     */
    public record Sent(String target, String key, String effect) {

        /** True if it says how an order stands. */
        public boolean isState() {
            return effect.isEmpty();
        }
    }

    /** What was sent since the last call. */
    public List<Sent> next() {
        List<Sent> sent = new ArrayList<>();
        for (AvroTopic topic : topics) {
            topic.forEachNext(message ->
                    sent.add(new Sent(text(message, "target"), text(message, "targetKey"), text(message, "effect"))));
        }
        return sent;
    }

    /** How many of what, for people. */
    public static String summary(List<Sent> sent) {
        return sent.isEmpty()
                ? "nothing was sent"
                : sent.stream()
                        .collect(Collectors.groupingBy(
                                each -> each.target() + (each.isState() ? "" : " " + each.effect()),
                                TreeMap::new,
                                Collectors.counting()))
                        .toString();
    }

    private static String text(GenericRecord message, String field) {
        Object value = message.get(field);
        return value == null ? "" : value.toString();
    }

    @Override
    public void close() {
        topics.forEach(AvroTopic::close);
    }
}
