package io.crossdock.connect.sink;

import io.crossdock.connect.PluginVersion;
import java.util.Collections;
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
        // What is wrong is told now, not by the first task.
        new RestSinkConfig(options).check();
    }

    @Override
    public Class<? extends Task> taskClass() {
        return RestSinkTask.class;
    }

    /** As many tasks as asked for; Connect spreads the partitions, the quotas are shared evenly. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, new RestSinkConfig(options).share(maxTasks));
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
