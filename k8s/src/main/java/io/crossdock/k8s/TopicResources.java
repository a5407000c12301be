package io.crossdock.k8s;

import io.crossdock.systems.Connection;
import io.crossdock.systems.ConnectorConfig;
import io.crossdock.systems.Systems;
import io.crossdock.topology.ConnectTopics;
import io.crossdock.topology.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The topics of an installation, from the one table of topics. */
final class TopicResources {

    private TopicResources() {}

    static List<Map<String, Object>> of(Systems systems, List<ConnectorConfig> connectors, Size size) {
        List<String> targets = systems.targets().stream().map(Connection::name).toList();
        List<Map<String, Object>> resources = new ArrayList<>();
        Topics.all(systems.rawTopics(), systems.reference(), targets)
                .forEach(topic -> resources.add(topic(topic.name(), size.partitions(), topic.config(), size)));
        ConnectTopics.all(connectors.stream().map(ConnectorConfig::config).toList())
                .forEach(topic -> resources.add(topic(topic.name(), topic.partitions(), topic.config(), size)));
        return resources;
    }

    private static Map<String, Object> topic(String name, int partitions, Map<String, String> settings, Size size) {
        Map<String, String> config = new TreeMap<>(settings);
        config.put("min.insync.replicas", String.valueOf(size.leastInSync()));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("partitions", partitions);
        spec.put("replicas", size.replicas());
        spec.put("config", config);
        return Resource.strimzi("KafkaTopic", name, spec);
    }
}
