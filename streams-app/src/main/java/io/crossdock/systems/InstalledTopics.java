package io.crossdock.systems;

import io.crossdock.topology.ConnectTopics;
import io.crossdock.topology.RegistryTopics;
import io.crossdock.topology.SizedTopic;
import io.crossdock.topology.Topics;
import java.util.ArrayList;
import java.util.List;

/** Every topic of an installation: those of the application, and those that Connect and the registry keep their own books in. */
public final class InstalledTopics {

    private InstalledTopics() {}

    /**
     * All of them.
     *
     * @param connectors configurations of its connectors
     * @param partitions of every topic whose partitions are the installation's to choose: {@code raw.*} and {@code facts} are co-partitioned
     */
    public static List<SizedTopic> of(Systems systems, List<ConnectorConfig> connectors, int partitions) {
        List<SizedTopic> topics = new ArrayList<>();
        ofApplication(systems).forEach(topic -> topics.add(new SizedTopic(topic.name(), partitions, topic.config())));
        topics.addAll(ConnectTopics.all(
                connectors.stream().map(ConnectorConfig::config).toList()));
        topics.addAll(RegistryTopics.all());
        return topics;
    }

    /** Those of the application. */
    public static List<Topics.TopicSpec> ofApplication(Systems systems) {
        return Topics.all(
                systems.rawTopics(),
                systems.reference(),
                systems.targets().stream().map(Connection::name).toList());
    }
}
