package io.crossdock.local.start;

import io.crossdock.local.layout.Brokers;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.StackFailure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;

/** Makes the topics before anybody uses them, because the broker makes none by itself. */
final class TopicSetup {

    private TopicSetup() {}

    /**
     * Makes those that are missing.
     *
     * @return how many there are
     * @throws StackFailure if one is there with another number of partitions
     */
    static int create(Brokers brokers, List<NewTopic> topics) {
        String otherwise = "The topics cannot be made at " + brokers.addresses();
        try (Admin admin = Admin.create(brokers.admin())) {
            awaitAll(admin, brokers.shape().brokers(), otherwise);
            Set<String> known = BrokerAnswer.of(admin.listTopics().names(), otherwise);
            refuseOthers(
                    admin,
                    otherwise,
                    topics.stream()
                            .filter(topic -> known.contains(topic.name()))
                            .collect(Collectors.toMap(NewTopic::name, NewTopic::numPartitions)));
            Collection<NewTopic> missing = topics.stream()
                    .filter(topic -> !known.contains(topic.name()))
                    .toList();
            BrokerAnswer.of(admin.createTopics(missing).all(), otherwise);
            return topics.size();
        }
    }

    /** A broker answers before it may hold copies. */
    private static void awaitAll(Admin admin, int brokers, String otherwise) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(BrokerAnswer.PATIENCE_S);
        while (BrokerAnswer.of(admin.describeCluster().nodes(), otherwise).size() < brokers
                && System.nanoTime() < until) {
            Pause.millis(50);
        }
    }

    private static void refuseOthers(Admin admin, String otherwise, Map<String, Integer> partitions) {
        for (TopicDescription topic : BrokerAnswer.of(
                        admin.describeTopics(partitions.keySet()).allTopicNames(), otherwise)
                .values()) {
            int wanted = Objects.requireNonNull(partitions.get(topic.name()));
            if (topic.partitions().size() != wanted) {
                throw new StackFailure("The topic " + topic.name() + " has "
                        + topic.partitions().size() + " partitions and " + wanted
                        + " were asked for, which would lose the place of every key: ask for as many as there are, or forget"
                        + " everything with `./crossdock up --fresh`.");
            }
        }
    }
}
