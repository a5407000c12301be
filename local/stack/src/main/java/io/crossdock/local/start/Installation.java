package io.crossdock.local.start;

import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.StackFailure;
import io.crossdock.systems.Connection;
import io.crossdock.systems.ConnectorConfigs;
import io.crossdock.systems.InvalidSystemsException;
import io.crossdock.systems.Systems;
import io.crossdock.topology.Topics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the folder {@code connectors} says about this installation: its topics and its connectors. */
final class Installation {

    private final Workspace workspace;

    Installation(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Settings by topic. */
    Map<String, Map<String, String>> topics() {
        return fromSystems(systems -> {
            List<String> targets =
                    systems.targets().stream().map(Connection::name).toList();
            Map<String, Map<String, String>> topics = new LinkedHashMap<>();
            Topics.all(systems.rawTopics(), systems.reference(), targets)
                    .forEach(topic -> topics.put(topic.name(), topic.config()));
            return topics;
        });
    }

    /**
     * Configurations by connector, sources before sinks; secrets in them are references into our file of secrets.
     *
     * @param partitions of every topic
     */
    Map<String, Map<String, String>> connectors(int partitions) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("CROSSDOCK_SECRETS_FILE", Secrets.file(workspace).toString());
        environment.put("CROSSDOCK_PARTITIONS", String.valueOf(partitions));
        environment.put("CROSSDOCK_KAFKA_BOOTSTRAP", Port.BROKER.address());
        environment.put("CROSSDOCK_REGISTRY_URL", Port.REGISTRY.url() + "/apis/registry/v3");
        return fromSystems(systems -> {
            Map<String, Map<String, String>> connectors = new LinkedHashMap<>();
            ConnectorConfigs.of(systems, environment)
                    .forEach(connector -> connectors.put(connector.name(), connector.config()));
            return connectors;
        });
    }

    private <T> T fromSystems(Function<Systems, T> reading) {
        try {
            return reading.apply(Systems.load(workspace.connectors()));
        } catch (InvalidSystemsException e) {
            throw new StackFailure(String.valueOf(e.getMessage()), e);
        }
    }
}
