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

/** Makes the topics before anybody uses them, because the broker makes none by itself. */
final class TopicSetup {

    /** {@code raw.*} and {@code facts} are co-partitioned: all topics have the same number. */
    static final int PARTITIONS = 4;

    private static final short COPIES = 1;
    private static final long PATIENCE_SECONDS = 30;

    private TopicSetup() {}

    /**
     * Makes those that are missing.
     *
     * @param topics settings by topic
     * @return how many there are
     */
    static int create(Map<String, Map<String, String>> topics) {
        Map<String, Object> client = new HashMap<>(Map.of("bootstrap.servers", Port.BROKER.address()));
        try (Admin admin = Admin.create(client)) {
            Set<String> known = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Collection<NewTopic> missing = topics.entrySet().stream()
                    .filter(topic -> !known.contains(topic.getKey()))
                    .map(topic -> new NewTopic(topic.getKey(), PARTITIONS, COPIES).configs(topic.getValue()))
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
}
