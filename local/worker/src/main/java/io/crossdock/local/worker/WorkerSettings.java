package io.crossdock.local.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of the one worker.
 *
 * @param broker {@code host:port} of the broker
 * @param restPort port of the REST API, on loopback
 * @param plugins directories on the plugin path
 */
record WorkerSettings(String broker, int restPort, List<String> plugins) {

    WorkerSettings {
        plugins = List.copyOf(plugins);
    }

    Map<String, String> asMap() {
        Map<String, String> all = new HashMap<>();
        all.put("bootstrap.servers", broker);
        all.put("group.id", "crossdock-connect");
        all.put("listeners", "http://127.0.0.1:" + restPort);
        all.put("rest.advertised.host.name", "127.0.0.1");
        all.put("plugin.path", String.join(",", plugins));
        // Each plugin names its classes in META-INF/services: reading those takes 1.5 s, scanning every jar takes 8.6
        // s.
        all.put("plugin.discovery", "service_load");
        all.put("connector.client.config.override.policy", "All");
        converters(all);
        internalTopics(all);
        secrets(all);
        // Transactions at the source would add some 5 ms to every commit; a record seen twice has the same version and
        // counts once.
        all.put("exactly.once.source.support", "disabled");
        all.put("offset.flush.interval.ms", "1000");
        all.put("scheduled.rebalance.max.delay.ms", "0");
        all.put("task.shutdown.graceful.timeout.ms", "4000");
        return all;
    }

    private static void converters(Map<String, String> all) {
        all.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        all.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        all.put("value.converter.schemas.enable", "false");
    }

    private static void internalTopics(Map<String, String> all) {
        for (String kind : List.of("offset", "config", "status")) {
            all.put(kind + ".storage.topic", "connect." + kind + "s");
            all.put(kind + ".storage.replication.factor", "1");
        }
        all.put("config.storage.topic", "connect.configs");
        all.put("status.storage.topic", "connect.status");
        all.put("offset.storage.partitions", "4");
        all.put("status.storage.partitions", "1");
    }

    /** Connector configurations hold references only; the worker reads what they point to. */
    private static void secrets(Map<String, String> all) {
        all.put("config.providers", "file,env");
        all.put("config.providers.file.class", "org.apache.kafka.common.config.provider.FileConfigProvider");
        all.put("config.providers.env.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider");
    }
}
