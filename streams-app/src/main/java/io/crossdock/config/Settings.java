package io.crossdock.config;

import io.crossdock.flow.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The application's settings, from environment variables with the prefix {@code CROSSDOCK_}.
 *
 * @param kafka the brokers, and as whom they are spoken to
 * @param registryUrl base of the registry's API
 * @param connectUrl Connect REST
 * @param connectorsDir folder with {@code systems} and {@code connections}
 * @param stateDir folder of the state stores; on a stable volume
 * @param stateMemory MiB that all state stores together hold in memory, outside the heap
 * @param instance name of this instance among its group, stable over restarts
 * @param listening where this instance answers
 * @param partitions partitions of the internal topics
 * @param epoch epoch of the versions given to statuses; rises with a rebuild
 * @param patience how long things may wait
 * @param streams settings passed through to Kafka Streams
 */
public record Settings(
        KafkaAccess kafka,
        String registryUrl,
        String connectUrl,
        Path connectorsDir,
        Path stateDir,
        int stateMemory,
        String instance,
        Listening listening,
        int partitions,
        long epoch,
        Patience patience,
        Map<String, String> streams) {

    private static final String STREAMS = "CROSSDOCK_STREAMS_";

    public Settings {
        streams = Map.copyOf(streams);
    }

    /**
     * Reads the settings.
     *
     * @throws InvalidSettingsException naming every variable that is wrong, what it holds, and what is expected
     */
    public static Settings from(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        Settings settings = new Settings(
                KafkaAccess.read(variables, "127.0.0.1:" + variables.port("CROSSDOCK_PORT_BROKER", 9092)),
                variables.url(
                        "CROSSDOCK_REGISTRY_URL",
                        "http://127.0.0.1:" + variables.port("CROSSDOCK_PORT_REGISTRY", 8085) + "/apis/registry/v3"),
                variables.url(
                        "CROSSDOCK_CONNECT_URL", "http://127.0.0.1:" + variables.port("CROSSDOCK_PORT_CONNECT", 8083)),
                Path.of(variables.text("CROSSDOCK_CONNECTORS_DIR", "connectors")),
                Path.of(variables.text("CROSSDOCK_STATE_DIR", ".crossdock/data/app")),
                (int) variables.number("CROSSDOCK_STATE_MEMORY", 96, 32, 65_536),
                variables.text("CROSSDOCK_INSTANCE", "app-1"),
                Listening.read(variables),
                (int) variables.number("CROSSDOCK_PARTITIONS", 4, 1, 1_000),
                variables.number("CROSSDOCK_EPOCH", 1, 1, Long.MAX_VALUE),
                new Patience(
                        variables.duration("CROSSDOCK_ORPHAN_AFTER", Duration.ofHours(4)),
                        variables.duration("CROSSDOCK_CONFLICT_GRACE", Duration.ofMinutes(15)),
                        variables.duration("CROSSDOCK_ARCHIVE_AFTER", Duration.ofDays(30)),
                        variables.duration("CROSSDOCK_ARCHIVE_RETENTION", Duration.ofDays(400))),
                variables.kafkaKeys(STREAMS));
        variables.refuseProblems();
        return settings;
    }
}
