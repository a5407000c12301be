package io.crossdock.local.prove.golive;

import io.crossdock.local.prove.broker.AvroTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;

/** Everything that is sent to any target, from when this was opened. */
final class Outbound implements AutoCloseable {

    private final List<AvroTopic> topics =
            Asked.TARGETS.stream().map(target -> new AvroTopic("out." + target)).toList();

    /** One message. */
    record Sent(String target, String key, String effect) {

        boolean isState() {
            return effect.isEmpty();
        }
    }

    /** What was sent since the last call. */
    List<Sent> next() {
        List<Sent> sent = new ArrayList<>();
        for (AvroTopic topic : topics) {
            topic.forEachNext(message ->
                    sent.add(new Sent(text(message, "target"), text(message, "targetKey"), text(message, "effect"))));
        }
        return sent;
    }

    /** How many of what, for people. */
    static String summary(List<Sent> sent) {
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
