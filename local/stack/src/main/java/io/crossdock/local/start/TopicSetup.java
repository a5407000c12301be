package io.crossdock.local.start;

import io.crossdock.local.layout.Brokers;
import io.crossdock.local.process.Pause;
import io.crossdock.local.process.StackFailure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;

/** Makes the topics before anybody uses them, because the broker makes none by itself. */
final class TopicSetup {

    private static final long PATIENCE_SECONDS = 30;

    private TopicSetup() {}

    /**
     * Makes those that are missing.
     *
     * @return how many there are
     * @throws StackFailure if one is there with another number of partitions
     */
    static int create(Brokers brokers, List<NewTopic> topics) {
        try (Admin admin = Admin.create(brokers.admin())) {
            awaitAll(admin, brokers.shape().brokers());
            Set<String> known = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            refuseOthers(
                    admin,
                    topics.stream()
                            .filter(topic -> known.contains(topic.name()))
                            .collect(Collectors.toMap(NewTopic::name, NewTopic::numPartitions)));
            Collection<NewTopic> missing = topics.stream()
                    .filter(topic -> !known.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return topics.size();
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure(
                    "The topics cannot be made at " + brokers.addresses() + ": " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while making the topics.", e);
        }
    }

    /** A broker answers before it may hold copies. */
    private static void awaitAll(Admin admin, int brokers)
            throws ExecutionException, InterruptedException, TimeoutException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (admin.describeCluster()
                                .nodes()
                                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                                .size()
                        < brokers
                && System.nanoTime() < until) {
            Pause.millis(50);
        }
    }

    private static void refuseOthers(Admin admin, Map<String, Integer> partitions)
            throws ExecutionException, InterruptedException, TimeoutException {
        for (TopicDescription topic : admin.describeTopics(partitions.keySet())
                .allTopicNames()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
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
