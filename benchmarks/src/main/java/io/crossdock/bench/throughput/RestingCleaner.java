package io.crossdock.bench.throughput;

import io.crossdock.local.layout.Brokers;
import io.crossdock.local.process.StackFailure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The broker's log cleaner leaves changelogs alone. Copied orders stand there once, so it would find nothing to remove; but looking
 * through hundreds of millions of keys takes a small broker longer than all else, and a core of the two that are measured on.
 */
final class RestingCleaner {

    private static final String A_DAY_MS = "86400000";

    private RestingCleaner() {}

    /**
     * From now on; what is being looked through already is looked through.
     *
     * @throws StackFailure if the broker refuses
     */
    static void begin() {
        try (Admin admin = Admin.create(Brokers.current().admin())) {
            AlterConfigOp rest =
                    new AlterConfigOp(new ConfigEntry(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, A_DAY_MS), OpType.SET);
            Map<ConfigResource, Collection<AlterConfigOp>> changes = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.endsWith("-changelog"))
                    .collect(Collectors.toMap(
                            topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic), topic -> List.of(rest)));
            admin.incrementalAlterConfigs(changes).all().get();
        } catch (ExecutionException e) {
            throw new StackFailure("The cleaner cannot be told to rest: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while the cleaner was told to rest.", e);
        }
    }
}
