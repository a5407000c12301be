package io.crossdock.connect.sink;

import io.crossdock.connect.PluginVersion;
import io.crossdock.connect.http.RestSettings;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** Tells a system that has a REST API what it does not know yet. */
public final class RestSinkConnector extends SinkConnector {

    private Map<String, String> options = Map.of();

    /** For Connect, which calls {@link #start} next. */
    public RestSinkConnector() {}

    @Override
    public void start(Map<String, String> props) {
        options = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return RestSinkTask.class;
    }

    /** As many tasks as asked for; Connect spreads the partitions, the quota is shared evenly. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        int calls = Math.max(1, new RestSinkConfig(options).rest().callsPerMinute() / maxTasks);
        Map<String, String> task = new HashMap<>(options);
        task.put(RestSettings.CALLS_PER_MINUTE, Integer.toString(calls));
        return Collections.nCopies(maxTasks, Map.copyOf(task));
    }

    @Override
    public ConfigDef config() {
        return RestSinkConfig.DEFINITION;
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
