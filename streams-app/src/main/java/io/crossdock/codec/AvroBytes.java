package io.crossdock.codec;

import io.crossdock.contract.Contracts;
import io.crossdock.contract.ReleasedSchemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.message.BadHeaderException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * State bytes: Avro single-object encoding, which carries the fingerprint of the writer's schema, so that a restore needs no
 * registry.
 *
 * @param <T> the generated class
 */
public final class AvroBytes<T extends SpecificRecordBase> implements Serde<T>, Serializer<T>, Deserializer<T> {

    static {
        Contracts.trust();
    }

    private final Schema schema;
    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    /** Bytes of one contract, as this release writes them and every release wrote them. */
    public AvroBytes(Schema schema) {
        this(schema, ReleasedSchemas.of(schema));
    }

    AvroBytes(Schema schema, List<Schema> older) {
        this.schema = schema;
        // The generated class's own model: it knows how times are written.
        SpecificData model = SpecificData.getForSchema(schema);
        this.encoder = new BinaryMessageEncoder<>(model, schema, false);
        this.decoder = new BinaryMessageDecoder<>(model, schema);
        older.forEach(decoder::addSchema);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
            encoder.encode(value, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + value.getSchema().getName() + " to " + topic, e);
        }
    }

    /**
     * Reads bytes that are there.
     *
     * @throws UnknownStateException if they were written by an unknown schema
     */
    public T read(byte[] bytes) {
        return read("a store", bytes);
    }

    private T read(String where, byte[] bytes) {
        try {
            return decoder.decode(bytes, null);
        } catch (BadHeaderException | MissingSchemaException e) {
            throw new UnknownStateException(schema, where, bytes, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + schema.getName() + " from " + where, e);
        }
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        return bytes == null ? null : read(topic, bytes);
    }

    @Override
    public Serializer<T> serializer() {
        return this;
    }

    @Override
    public Deserializer<T> deserializer() {
        return this;
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        // The schema is all there is.
    }
}
