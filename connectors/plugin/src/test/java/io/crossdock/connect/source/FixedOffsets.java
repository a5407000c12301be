package io.crossdock.connect.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;

/** A worker that knows one offset for every partition, or none. */
public record FixedOffsets(@Nullable Map<String, ?> known) implements SourceTaskContext, OffsetStorageReader {

    @Override
    public Map<String, String> configs() {
        return Map.of();
    }

    @Override
    public OffsetStorageReader offsetStorageReader() {
        return this;
    }

    @Override
    public PluginMetrics pluginMetrics() {
        throw new UnsupportedOperationException("the task registers no metrics");
    }

    @Override
    @SuppressWarnings("NullAway") // null is Connect's "no offset"
    public <T> Map<String, Object> offset(Map<String, T> partition) {
        return known == null ? null : new HashMap<>(known);
    }

    @Override
    public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
        Map<Map<String, T>, Map<String, Object>> all = new HashMap<>();
        partitions.forEach(partition -> all.put(partition, offset(partition)));
        return all;
    }
}
