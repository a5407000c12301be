package io.crossdock.connect.reconcile;

import io.crossdock.connect.PluginVersion;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.SourceConnector;

/** Tells in rounds which rows a REST API has, so that what polling by a cursor has left out is found. */
public final class RestKeysSourceConnector extends SourceConnector {

    private Map<String, String> options = Map.of();

    /** For Connect, which calls {@link #start} next. */
    public RestKeysSourceConnector() {}

    @Override
    public void start(Map<String, String> props) {
        options = Map.copyOf(props);
        // What is wrong is told now, not by the first task.
        new RestKeysSourceConfig(options).rounds().check();
    }

    @Override
    public Class<? extends Task> taskClass() {
        return RestKeysSourceTask.class;
    }

    /** One task, whatever is allowed: the objects are read one after the other, so that the API's calls are spared. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(options);
    }

    @Override
    public ConfigDef config() {
        return RestKeysSourceConfig.DEFINITION;
    }

    @Override
    public void stop() {
        // Nothing runs here; the task stops itself.
    }

    @Override
    public String version() {
        return PluginVersion.text();
    }
}
