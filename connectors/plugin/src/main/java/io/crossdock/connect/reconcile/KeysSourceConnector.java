package io.crossdock.connect.reconcile;

import io.crossdock.connect.PluginVersion;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.SourceConnector;

/** Tells in rounds which rows a database has, so that what its change feed has left out is found. */
public final class KeysSourceConnector extends SourceConnector {

    private Map<String, String> options = Map.of();

    /** For Connect, which calls {@link #start} next. */
    public KeysSourceConnector() {}

    @Override
    public void start(Map<String, String> props) {
        options = Map.copyOf(props);
        // What is wrong is told now, not by the first task.
        new KeysSourceConfig(options).check();
    }

    @Override
    public Class<? extends Task> taskClass() {
        return KeysSourceTask.class;
    }

    /** One task, whatever is allowed: the tables are read one after the other, so that the source is spared. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(options);
    }

    @Override
    public ConfigDef config() {
        return KeysSourceConfig.DEFINITION;
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
