package io.crossdock.topology;

import io.apicurio.registry.serde.avro.AvroDatumProvider;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the writer and the reader of the schema seen last. The serdes' own provider takes the schema's fingerprint for every record,
 * which cost more than writing the record. A serde writes one contract, so the schema is the same object again and again.
 */
@SuppressWarnings(
        "ReferenceEquality") // Comparing schemas costs what is to be saved here; another object is only asked for anew.
public final class KeptDatums<T> implements AvroDatumProvider<T> {

    private volatile @Nullable Kept<DatumWriter<T>> writer;
    private volatile @Nullable Kept<DatumReader<T>> reader;

    private record Kept<D>(Schema schema, D datum) {}

    @Override
    public DatumWriter<T> createDatumWriter(T data, Schema schema) {
        Kept<DatumWriter<T>> kept = writer;
        if (kept == null || kept.schema() != schema) {
            kept = new Kept<>(schema, new SpecificDatumWriter<>(schema));
            writer = kept;
        }
        return kept.datum();
    }

    @Override
    public DatumReader<T> createDatumReader(Schema schema) {
        Kept<DatumReader<T>> kept = reader;
        if (kept == null || kept.schema() != schema) {
            Schema ours = SpecificData.get().getSchema(SpecificData.get().getClass(schema));
            kept = new Kept<>(schema, new SpecificDatumReader<>(schema, ours));
            reader = kept;
        }
        return kept.datum();
    }

    @Override
    public Schema toSchema(T data) {
        return ((GenericContainer) data).getSchema();
    }
}
