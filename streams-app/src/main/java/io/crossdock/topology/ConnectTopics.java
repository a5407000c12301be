package io.crossdock.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The topics that Connect and its connectors keep their own books in. They are made beforehand, so that Connect may make none. */
public final class ConnectTopics {

    /** Configurations of the connectors, in one partition as Connect wants it. */
    public static final String CONFIGS = "connect.configs";

    /** How far each source has been read. */
    public static final String OFFSETS = "connect.offsets";

    /** What runs where. */
    public static final String STATUS = "connect.status";

    private static final String HISTORY = "schema.history.internal.kafka.topic";

    private ConnectTopics() {}

    /**
     * Every one of an installation.
     *
     * @param connectors configurations of its connectors: a binlog's reader keeps the history of its tables' shapes in a topic
     */
    public static List<SizedTopic> all(Collection<Map<String, String>> connectors) {
        List<SizedTopic> topics = new ArrayList<>();
        topics.add(compacted(CONFIGS, 1));
        topics.add(compacted(OFFSETS, 4));
        topics.add(compacted(STATUS, 1));
        connectors.stream()
                .filter(config -> config.containsKey(HISTORY))
                .map(config -> SizedTopic.kept(String.valueOf(config.get(HISTORY))))
                .forEach(topics::add);
        return topics;
    }

    private static SizedTopic compacted(String name, int partitions) {
        return new SizedTopic(name, partitions, Map.of("cleanup.policy", "compact"));
    }
}
