package io.crossdock.connect.source;

import io.crossdock.connect.PluginVersion;
import io.crossdock.connect.http.RestSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.util.ConnectorUtils;

/** Captures the changes of a system that has a REST API and no change feed. */
public final class RestSourceConnector extends SourceConnector {

    private Map<String, String> options = Map.of();

    /** For Connect, which calls {@link #start} next. */
    public RestSourceConnector() {}

    @Override
    public void start(Map<String, String> props) {
        options = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return RestSourceTask.class;
    }

    /** Spreads the entities over the tasks; the quota is shared evenly. Only a single task gives heartbeats. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        RestSourceConfig config = new RestSourceConfig(options);
        List<EntitySpec> entities = config.entities();
        int tasks = Math.min(maxTasks, entities.size());
        int calls = Math.max(1, config.rest().callsPerMinute() / tasks);
        return ConnectorUtils.groupPartitions(entities, tasks).stream()
                .map(part -> {
                    Map<String, String> task = new HashMap<>(options);
                    task.put(RestSourceConfig.ENTITIES, EntitySpec.write(part));
                    task.put(RestSettings.CALLS_PER_MINUTE, Integer.toString(calls));
                    if (tasks > 1) {
                        // No task knows how far the others have read.
                        task.put(RestSourceConfig.HEARTBEAT_TOPIC, "");
                    }
                    return task;
                })
                .toList();
    }

    /** Supported without an overlap only: a restart forgets what it has read of the overlap and writes it once more. */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> props) {
        return new RestSourceConfig(props).overlap().isZero()
                ? ExactlyOnceSupport.SUPPORTED
                : ExactlyOnceSupport.UNSUPPORTED;
    }

    @Override
    public ConfigDef config() {
        return RestSourceConfig.DEFINITION;
    }

    @Override
    public void stop() {
        // Nothing runs here; the tasks stop themselves.
    }

    @Override
    public String version() {
        return PluginVersion.text();
    }
}
