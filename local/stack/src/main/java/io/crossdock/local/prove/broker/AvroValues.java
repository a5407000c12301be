package io.crossdock.local.prove.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.layout.Port;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;

/** Reads values as a stranger does: schemas by their id from the registry's compatibility API, each asked for once. */
public final class AvroValues {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HEADER = 5;

    private final Map<Integer, Schema> schemas = new HashMap<>();

    /** The record in the bytes of a value. */
    public GenericRecord decode(byte[] value) {
        Schema schema = schemas.computeIfAbsent(ByteBuffer.wrap(value, 1, 4).getInt(), AvroValues::fetch);
        try {
            return new GenericDatumReader<GenericRecord>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(value, HEADER, value.length - HEADER, null));
        } catch (IOException e) {
            throw new StackFailure("A published record cannot be decoded as Avro: " + e.getMessage() + ".", e);
        }
    }

    private static Schema fetch(int id) {
        Answer answer = Http.get(Port.REGISTRY.url() + "/apis/ccompat/v7/schemas/ids/" + id, Map.of());
        if (!answer.isOk()) {
            throw new StackFailure(
                    "The registry does not know schema " + id + ": " + answer.status() + " " + answer.body() + ".");
        }
        try {
            return new Schema.Parser()
                    .parse(JSON.readTree(answer.body()).path("schema").asText());
        } catch (JsonProcessingException e) {
            throw new StackFailure("The registry answered no JSON for schema " + id + ".", e);
        }
    }
}
