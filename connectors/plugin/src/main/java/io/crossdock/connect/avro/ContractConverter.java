package io.crossdock.connect.avro;

import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.crossdock.connect.PluginVersion;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.storage.Converter;
import org.jspecify.annotations.Nullable;

/** Reads our Avro contracts for a sink: bytes with the registry's schema id become a schemaless map. It does not write. */
public final class ContractConverter implements Converter {

    private static final String REGISTRY_URL = "registry.url";
    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    REGISTRY_URL,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    new NonEmptyString(),
                    Importance.HIGH,
                    "Address of the registry's API, for example http://127.0.0.1:8085/apis/registry/v3.");

    private final AvroKafkaDeserializer<IndexedRecord> deserializer;
    private boolean configured;

    /** For Connect, which calls {@link #configure} next. */
    public ContractConverter() {
        this.deserializer = new AvroKafkaDeserializer<>();
    }

    /** A converter on a given registry. */
    ContractConverter(RegistryClientFacade registry) {
        this.deserializer = new AvroKafkaDeserializer<>(registry);
    }

    @Override
    public void configure(Map<String, ?> options, boolean isKey) {
        String url = new AbstractConfig(DEFINITION, options, false).getString(REGISTRY_URL);
        deserializer.configure(RegistrySettings.of(url, options, ""), isKey);
        configured = true;
    }

    @Override
    public SchemaAndValue toConnectData(String topic, byte @Nullable [] bytes) {
        return toConnectData(topic, new RecordHeaders(), bytes);
    }

    /**
     * Reads one message.
     *
     * @throws DataException if the bytes are no record of a contract or the registry does not know their schema
     * @throws RetriableException if the registry cannot be reached
     */
    @Override
    public SchemaAndValue toConnectData(String topic, Headers headers, byte @Nullable [] bytes) {
        if (bytes == null) {
            return SchemaAndValue.NULL;
        }
        try {
            return new SchemaAndValue(null, AvroMaps.of(deserializer.deserialize(topic, headers, bytes)));
        } catch (RuntimeException e) {
            if (isUnreachable(e)) {
                throw new RetriableException(
                        "The registry is out of reach; errors.retry.timeout bounds how long to try", e);
            }
            throw new DataException(
                    "A message of " + topic + " cannot be read: it was not written with a schema of the registry."
                            + " Check value.converter.registry.url",
                    e);
        }
    }

    private static boolean isUnreachable(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public byte[] fromConnectData(String topic, @Nullable Schema schema, @Nullable Object value) {
        throw new DataException(
                "ContractConverter only reads. Use it as value.converter of a sink, not of a source (topic " + topic
                        + ")");
    }

    @Override
    public ConfigDef config() {
        return DEFINITION;
    }

    @Override
    public String version() {
        return PluginVersion.text();
    }

    @Override
    public void close() {
        // Connect makes one only to look at it, whenever it validates a connector.
        if (configured) {
            deserializer.close();
        }
    }
}
