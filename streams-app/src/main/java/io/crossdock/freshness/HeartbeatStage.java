package io.crossdock.freshness;

import io.crossdock.observe.RefusedHeartbeats;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * What every instance makes of every heartbeat.
 *
 * @param connections connections we know; heartbeats of others are refused
 * @param refused counts what cannot be used
 */
public record HeartbeatStage(Set<String> connections, RefusedHeartbeats refused)
        implements ProcessorSupplier<String, byte[], Void, Void> {

    public HeartbeatStage {
        connections = Set.copyOf(connections);
    }

    @Override
    public Processor<String, byte[], Void, Void> get() {
        return new HeartbeatProcessor(new HeartbeatReader(connections), refused);
    }
}
