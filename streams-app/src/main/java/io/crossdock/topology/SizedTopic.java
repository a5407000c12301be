package io.crossdock.topology;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A topic as it is made.
 *
 * @param name its name
 * @param partitions how many it has
 * @param config its settings, by Kafka's names, sorted
 */
public record SizedTopic(String name, int partitions, Map<String, String> config) {

    public SizedTopic {
        config = Collections.unmodifiableMap(new TreeMap<>(config));
    }

    /** One that loses nothing, and whose records have one order: whoever starts reads it from the begin. */
    static SizedTopic kept(String name) {
        return new SizedTopic(
                name, 1, Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"));
    }
}
