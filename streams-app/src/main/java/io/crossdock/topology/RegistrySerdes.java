package io.crossdock.topology;

import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.crossdock.contract.Contracts;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Serdes of the registry: one magic byte, the schema's content id in four, then Avro binary, so that any registry-aware consumer
 * can read the topics.
 */
public final class RegistrySerdes implements Serdes.Factory {

    private final Map<String, Object> config;
    private final @Nullable RegistryClientFacade client;

    /** Serdes that ask the registry at {@code url}, for example {@code http://127.0.0.1:8085/apis/registry/v3}. */
    public RegistrySerdes(String url) {
        this(url, null);
    }

    /** Serdes over a given client; null makes one for {@code url}. */
    public RegistrySerdes(String url, @Nullable RegistryClientFacade client) {
        Contracts.trust();
        this.client = client;
        this.config = Map.of(
                "apicurio.registry.url",
                url,
                "apicurio.registry.auto-register",
                true,
                "apicurio.registry.auto-register.if-exists",
                "FIND_OR_CREATE_VERSION",
                "apicurio.registry.avro-datum-provider",
                KeptDatums.class.getName(),
                // One whole schema per topic: a consumer without the registry's reference support can read it too.
                "apicurio.registry.dereference-schema",
                true,
                // A schema id never changes its meaning: keep what is known through a registry's absence.
                "apicurio.registry.check-period-ms",
                3_600_000L,
                "apicurio.registry.fault-tolerant-refresh",
                true);
    }

    @Override
    public <T> Serde<T> make() {
        Serializer<T> serializer = client == null ? new AvroKafkaSerializer<>() : new AvroKafkaSerializer<>(client);
        Deserializer<T> deserializer =
                client == null ? new AvroKafkaDeserializer<>() : new AvroKafkaDeserializer<>(client);
        Serde<T> serde = org.apache.kafka.common.serialization.Serdes.serdeFrom(serializer, deserializer);
        serde.configure(config, false);
        return serde;
    }
}
