package io.crossdock.local.start;

import io.crossdock.access.User;
import io.crossdock.config.KafkaKeys;
import io.crossdock.local.layout.Brokers;
import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.StackFailure;
import io.crossdock.systems.ConnectorConfig;
import io.crossdock.systems.ConnectorConfigs;
import io.crossdock.systems.InstalledTopics;
import io.crossdock.systems.InvalidSystemsException;
import io.crossdock.systems.Systems;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.admin.NewTopic;

/** What the folder {@code connectors} says about this installation: its topics and its connectors. */
public final class Installation {

    private static final String CLIENT = "CROSSDOCK_CONNECT_CLIENT_";

    private final Workspace workspace;
    private final Brokers brokers;
    private final int partitions;

    /**
     * One in a workspace.
     *
     * @param partitions of every topic whose partitions are ours to choose
     */
    public Installation(Workspace workspace, Brokers brokers, int partitions) {
        this.workspace = workspace;
        this.brokers = brokers;
        this.partitions = partitions;
    }

    /** Every topic, also those that Connect keeps its own books in. */
    List<NewTopic> topics() {
        return fromSystems(systems -> InstalledTopics.of(systems, configs(systems), partitions).stream()
                // As many copies as the brokers say.
                .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                        .configs(topic.config()))
                .toList());
    }

    /** Configurations by connector, sources before sinks; secrets in them are references into our file of secrets. */
    public Map<String, Map<String, String>> connectors() {
        return fromSystems(systems -> {
            Map<String, Map<String, String>> connectors = new LinkedHashMap<>();
            configs(systems).forEach(connector -> connectors.put(connector.name(), connector.config()));
            return connectors;
        });
    }

    private List<ConnectorConfig> configs(Systems systems) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("CROSSDOCK_SECRETS_FILE", Secrets.file(workspace).toString());
        environment.put("CROSSDOCK_PARTITIONS", String.valueOf(partitions));
        environment.put("CROSSDOCK_KAFKA_BOOTSTRAP", brokers.addresses());
        environment.put("CROSSDOCK_REGISTRY_URL", Port.REGISTRY.url() + "/apis/registry/v3");
        String password = "${file:" + Secrets.file(workspace) + ":"
                + Secrets.Name.of(User.CONNECT).key() + "}";
        brokers.security(User.CONNECT.login(), password)
                .forEach((key, value) -> environment.put(KafkaKeys.variable(CLIENT, key), value));
        return ConnectorConfigs.of(systems, environment);
    }

    private <T> T fromSystems(Function<Systems, T> reading) {
        try {
            return reading.apply(Systems.load(workspace.connectors()));
        } catch (InvalidSystemsException e) {
            throw new StackFailure(String.valueOf(e.getMessage()), e);
        }
    }
}
