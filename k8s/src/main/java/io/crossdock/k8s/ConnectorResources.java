package io.crossdock.k8s;

import io.crossdock.systems.ConnectorConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The connectors of an installation, from the templates of its systems and the settings of its connections. */
final class ConnectorResources {

    private static final String CLASS = "connector.class";
    private static final String TASKS = "tasks.max";

    private ConnectorResources() {}

    static List<Map<String, Object>> of(List<ConnectorConfig> connectors) {
        return connectors.stream().map(ConnectorResources::connector).toList();
    }

    private static Map<String, Object> connector(ConnectorConfig connector) {
        Map<String, String> config = new TreeMap<>(connector.config());
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("class", Objects.requireNonNull(config.remove(CLASS)));
        spec.put("tasksMax", Integer.valueOf(Objects.requireNonNull(config.remove(TASKS))));
        spec.put("config", config);
        return Resource.strimzi("KafkaConnector", connector.name(), spec);
    }
}
