package io.crossdock.local.server;

import io.crossdock.config.KafkaKeys;
import io.crossdock.local.layout.Brokers;
import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Workspace;
import io.crossdock.topology.RegistryTopics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a schema registry is started: as in a cluster, but that one with open brokers keeps its schemas in a file. */
final class RegistryServer {

    private final Workspace workspace;
    private final Brokers brokers;

    RegistryServer(Workspace workspace, Brokers brokers) {
        this.workspace = workspace;
        this.brokers = brokers;
    }

    List<String> command(Port port) {
        List<String> options = List.of(
                JavaCommand.QUICK_TO_START,
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port.number(),
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=0",
                "-Dquarkus.http.access-log.enabled=false",
                "-Dquarkus.otel.sdk.disabled=true",
                "-Dapicurio.datasource.jdbc.initial-size=1",
                "-Dapicurio.datasource.jdbc.min-size=1",
                "-Dapicurio.datasource.jdbc.max-size=8",
                "-Dquarkus.thread-pool.max-threads=16");
        Path jar = workspace.target("local/stack").resolve("registry/quarkus-run.jar");
        return JavaCommand.of(workspace, 160, options, List.of("-jar", jar.toString()));
    }

    /**
     * As {@code k8s/base/registry.yaml} has it; and no password stands in a command, which everybody of the machine can read.
     *
     * @param client who it is to the brokers
     */
    Map<String, String> environment(Map<String, String> client) {
        Map<String, String> environment = new TreeMap<>();
        // A schema that a reader of today could not read is refused; left alone it accepts everything.
        environment.put("APICURIO_RULES_GLOBAL_COMPATIBILITY", "FULL_TRANSITIVE");
        if (!brokers.shape().secure()) {
            Path schemas = workspace.data().resolve(Servers.REGISTRY).resolve("schemas");
            environment.put("APICURIO_DATASOURCE_URL", "jdbc:h2:file:" + schemas + ";DB_CLOSE_ON_EXIT=FALSE");
            return environment;
        }
        environment.put("APICURIO_STORAGE_KIND", "kafkasql");
        environment.put("APICURIO_KAFKASQL_BOOTSTRAP_SERVERS", brokers.addresses());
        environment.put("APICURIO_KAFKASQL_TOPIC", RegistryTopics.JOURNAL);
        environment.put("APICURIO_KAFKASQL_TOPIC_AUTO_CREATE", "false");
        environment.put("APICURIO_KAFKASQL_SNAPSHOTS_TOPIC", RegistryTopics.SNAPSHOTS);
        environment.put("APICURIO_KAFKASQL_SNAPSHOT_SCHEDULED_ENABLED", "false");
        environment.put("APICURIO_EVENTS_KAFKA_TOPIC", RegistryTopics.EVENTS);
        environment.put("APICURIO_KAFKASQL_CONSUMER_GROUP_PREFIX", RegistryTopics.GROUPS);
        client.forEach((key, value) -> environment.put(KafkaKeys.variable("APICURIO_KAFKA_COMMON_", key), value));
        return environment;
    }
}
