package io.crossdock.topology;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** A connector reads signals from the first partition of their topic only. */
record FirstPartition() implements StreamPartitioner<String, String> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, String value, int numPartitions) {
        return Optional.of(Set.of(0));
    }
}
