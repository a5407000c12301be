package io.crossdock.connect.sink.table;

import io.crossdock.connect.PluginVersion;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** Tells a system that takes rows what it does not know yet. */
public final class TableSinkConnector extends SinkConnector {

    private Map<String, String> options = Map.of();

    /** For Connect, which calls {@link #start} next. */
    public TableSinkConnector() {}

    @Override
    public void start(Map<String, String> props) {
        options = Map.copyOf(props);
        // What is wrong is told now, not by the first task.
        new TableSinkConfig(options).check();
    }

    @Override
    public Class<? extends Task> taskClass() {
        return TableSinkTask.class;
    }

    /** As many tasks as asked for; Connect spreads the partitions. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, options);
    }

    @Override
    public ConfigDef config() {
        return TableSinkConfig.DEFINITION;
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
