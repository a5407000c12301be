package io.crossdock.local.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The settings of a worker.
 *
 * @param brokers {@code host:port} of each broker, with commas between
 * @param restPort port of the REST API, on loopback
 * @param plugins directories on the plugin path
 * @param client how its clients, and those of the connectors it makes, speak to the brokers; empty without protection
 */
record WorkerSettings(String brokers, int restPort, List<String> plugins, Map<String, String> client) {

    private static final String CLIENT = "CROSSDOCK_WORKER_CLIENT_";

    WorkerSettings {
        plugins = List.copyOf(plugins);
        client = Map.copyOf(client);
    }

    /** What {@code CROSSDOCK_WORKER_CLIENT_<KEY>} says, by Kafka's names. */
    static Map<String, String> client(Map<String, String> environment) {
        Map<String, String> client = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(CLIENT)) {
                client.put(
                        name.substring(CLIENT.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return client;
    }

    /** It may hold passwords. */
    @Override
    public String toString() {
        return "worker at " + restPort + " of " + brokers;
    }

    Map<String, String> asMap() {
        Map<String, String> all = new HashMap<>();
        all.put("bootstrap.servers", brokers);
        for (String whose : List.of("", "producer.", "consumer.", "admin.")) {
            client.forEach((key, value) -> all.put(whose + key, value));
        }
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
        // Raw records are kept longest and are most of what brokers hold; gzip is what every client can read.
        all.put("producer.compression.type", "gzip");
        all.put("scheduled.rebalance.max.delay.ms", "0");
        all.put("task.shutdown.graceful.timeout.ms", "4000");
        // A sink's next task waits until the one that died with its worker is given up: 45 s by default.
        all.put("consumer.session.timeout.ms", "10000");
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
            // As many as the broker says; whoever starts the stack has made them already.
            all.put(kind + ".storage.replication.factor", "-1");
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
