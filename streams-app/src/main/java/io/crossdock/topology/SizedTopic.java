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
}
