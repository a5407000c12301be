package io.crossdock.local.start;

import io.crossdock.local.layout.Port;
import io.crossdock.local.process.StackFailure;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;

/** Makes the topics before anybody uses them, because the broker makes none by itself. */
final class TopicSetup {

    private static final short COPIES = 1;
    private static final long PATIENCE_SECONDS = 30;

    private TopicSetup() {}

    /**
     * Makes those that are missing.
     *
     * @param topics settings by topic
     * @param partitions of each, the same number for all: {@code raw.*} and {@code facts} are co-partitioned
     * @return how many there are
     * @throws StackFailure if one is there with another number
     */
    static int create(Map<String, Map<String, String>> topics, int partitions) {
        Map<String, Object> client = new HashMap<>(Map.of("bootstrap.servers", Port.BROKER.address()));
        try (Admin admin = Admin.create(client)) {
            Set<String> known = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            refuseOthers(admin, topics.keySet().stream().filter(known::contains).toList(), partitions);
            Collection<NewTopic> missing = topics.entrySet().stream()
                    .filter(topic -> !known.contains(topic.getKey()))
                    .map(topic -> new NewTopic(topic.getKey(), partitions, COPIES).configs(topic.getValue()))
                    .toList();
            admin.createTopics(missing).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return topics.size();
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure(
                    "The topics cannot be made at " + Port.BROKER.address() + ": " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while making the topics.", e);
        }
    }

    private static void refuseOthers(Admin admin, Collection<String> there, int partitions)
            throws ExecutionException, InterruptedException, TimeoutException {
        for (TopicDescription topic : admin.describeTopics(there)
                .allTopicNames()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .values()) {
            if (topic.partitions().size() != partitions) {
                throw new StackFailure("The topic " + topic.name() + " has "
                        + topic.partitions().size() + " partitions and " + partitions
                        + " were asked for, which would lose the place of every key: ask for as many as there are, or forget"
                        + " everything with `./crossdock up --fresh`.");
            }
        }
    }
}
