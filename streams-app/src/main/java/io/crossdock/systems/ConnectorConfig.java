package io.crossdock.systems;

import java.util.Map;

/**
 * A connector as Connect is told to run it. Secrets in it are references that the worker resolves.
 *
 * @param name {@code <connection>-source}, {@code <connection>-keys} or {@code <connection>-sink}
 * @param config Connect's keys and values
 */
public record ConnectorConfig(String name, Map<String, String> config) {

    public ConnectorConfig {
        config = Map.copyOf(config);
    }
}
