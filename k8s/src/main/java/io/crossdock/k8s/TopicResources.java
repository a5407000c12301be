package io.crossdock.k8s;

import io.crossdock.systems.ConnectorConfig;
import io.crossdock.systems.InstalledTopics;
import io.crossdock.systems.Systems;
import io.crossdock.topology.SizedTopic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The topics of an installation, from the one table of topics. */
final class TopicResources {

    private TopicResources() {}

    static List<Map<String, Object>> of(Systems systems, List<ConnectorConfig> connectors, Size size) {
        return InstalledTopics.of(systems, connectors, size.partitions()).stream()
                .map(topic -> resource(topic, size))
                .toList();
    }

    private static Map<String, Object> resource(SizedTopic topic, Size size) {
        Map<String, String> config = new TreeMap<>(topic.config());
        config.put("min.insync.replicas", String.valueOf(size.leastInSync()));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("partitions", topic.partitions());
        spec.put("replicas", size.replicas());
        spec.put("config", config);
        return Resource.strimzi("KafkaTopic", topic.name(), spec);
    }
}
