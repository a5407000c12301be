package io.crossdock.connect.delivery;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** A worker that does nothing by itself. */
public class NoContext implements SinkTaskContext {

    private final TopicPartition partition;

    /** A worker with that partition. */
    protected NoContext(TopicPartition partition) {
        this.partition = partition;
    }

    @Override
    public Map<String, String> configs() {
        return Map.of();
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        throw new UnsupportedOperationException("the task never rewinds");
    }

    @Override
    public void offset(TopicPartition rewound, long offset) {
        throw new UnsupportedOperationException("the task never rewinds");
    }

    @Override
    public void timeout(long timeoutMs) {}

    @Override
    public Set<TopicPartition> assignment() {
        return Set.of(partition);
    }

    @Override
    public void pause(TopicPartition... partitions) {
        throw new UnsupportedOperationException("there is always room");
    }

    @Override
    public void resume(TopicPartition... partitions) {
        throw new UnsupportedOperationException("there is always room");
    }

    @Override
    public void requestCommit() {}

    @Override
    public PluginMetrics pluginMetrics() {
        throw new UnsupportedOperationException("the task registers no metrics");
    }
}
