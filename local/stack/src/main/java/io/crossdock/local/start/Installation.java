package io.crossdock.local.start;

import io.crossdock.access.User;
import io.crossdock.local.layout.Brokers;
import io.crossdock.local.layout.Port;
import io.crossdock.local.layout.Secrets;
import io.crossdock.local.layout.Workspace;
import io.crossdock.local.process.StackFailure;
import io.crossdock.systems.Connection;
import io.crossdock.systems.ConnectorConfigs;
import io.crossdock.systems.InvalidSystemsException;
import io.crossdock.systems.Systems;
import io.crossdock.topology.ConnectTopics;
import io.crossdock.topology.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.admin.NewTopic;

/** What the folder {@code connectors} says about this installation: its topics and its connectors. */
final class Installation {

    private static final int MOST_COPIES = 3;
    private static final String CLIENT = "CROSSDOCK_CONNECT_CLIENT_";

    private final Workspace workspace;
    private final Brokers brokers;
    private final int partitions;

    /**
     * One in a workspace.
     *
     * @param partitions of every topic whose partitions are ours to choose
     */
    Installation(Workspace workspace, Brokers brokers, int partitions) {
        this.workspace = workspace;
        this.brokers = brokers;
        this.partitions = partitions;
    }

    /** Every topic, also those that Connect keeps its own books in. */
    List<NewTopic> topics() {
        short copies = (short) Math.min(MOST_COPIES, brokers.shape().brokers());
        return fromSystems(systems -> {
            List<String> targets =
                    systems.targets().stream().map(Connection::name).toList();
            List<NewTopic> topics = new ArrayList<>();
            Topics.all(systems.rawTopics(), systems.reference(), targets)
                    .forEach(topic ->
                            topics.add(new NewTopic(topic.name(), partitions, copies).configs(topic.config())));
            ConnectTopics.all(connectors().values())
                    .forEach(topic ->
                            topics.add(new NewTopic(topic.name(), topic.partitions(), copies).configs(topic.config())));
            return topics;
        });
    }

    /** Configurations by connector, sources before sinks; secrets in them are references into our file of secrets. */
    Map<String, Map<String, String>> connectors() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("CROSSDOCK_SECRETS_FILE", Secrets.file(workspace).toString());
        environment.put("CROSSDOCK_PARTITIONS", String.valueOf(partitions));
        environment.put("CROSSDOCK_KAFKA_BOOTSTRAP", brokers.addresses());
        String password = "${file:" + Secrets.file(workspace) + ":"
                + Secrets.Name.of(User.CONNECT).key() + "}";
        brokers.security(User.CONNECT.login(), password)
                .forEach((key, value) ->
                        environment.put(CLIENT + key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
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
