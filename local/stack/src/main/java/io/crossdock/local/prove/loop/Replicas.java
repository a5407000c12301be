package io.crossdock.local.prove.loop;

import io.crossdock.local.layout.BrokerNode;
import io.crossdock.local.layout.Brokers;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;

/** Whether a broker has caught up with what was written while it was away. */
final class Replicas {

    private static final int PATIENCE_MS = 5_000;

    private Replicas() {}

    /** True if the broker is there, and in step with every partition that it has a replica of. */
    static boolean areAllOn(BrokerNode node) {
        Map<String, Object> settings = Brokers.current().admin();
        settings.put("default.api.timeout.ms", PATIENCE_MS);
        settings.put("request.timeout.ms", PATIENCE_MS);
        try (Admin admin = Admin.create(settings)) {
            Collection<Node> nodes = admin.describeCluster().nodes().get();
            Collection<TopicDescription> topics = admin.describeTopics(
                            admin.listTopics().names().get())
                    .allTopicNames()
                    .get()
                    .values();
            return contains(nodes, node)
                    && topics.stream()
                            .flatMap(topic -> topic.partitions().stream())
                            .allMatch(partition -> isInStep(partition, node));
        } catch (ExecutionException | KafkaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isInStep(TopicPartitionInfo partition, BrokerNode node) {
        return !contains(partition.replicas(), node) || contains(partition.isr(), node);
    }

    private static boolean contains(Collection<Node> nodes, BrokerNode node) {
        return nodes.stream().anyMatch(each -> each.id() == node.id());
    }
}
