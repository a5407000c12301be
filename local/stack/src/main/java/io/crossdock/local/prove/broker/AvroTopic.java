package io.crossdock.local.prove.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossdock.local.layout.Port;
import io.crossdock.local.process.StackFailure;
import io.crossdock.local.server.Http;
import io.crossdock.local.server.Http.Answer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a published topic as a stranger does: one zero byte, four bytes of schema id, plain Avro; the schema by its id from the
 * registry's compatibility API. Begins at the end of the topic as it is when opened.
 */
public final class AvroTopic implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HEADER = 5;

    private final KafkaConsumer<String, byte[]> consumer = Consumers.open();
    private final List<TopicPartition> partitions;
    private final Map<Integer, Schema> schemas = new HashMap<>();

    /** Opens the topic at its end. */
    public AvroTopic(String topic) {
        partitions = Consumers.partitions(consumer, topic);
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        ends.forEach(consumer::seek);
    }

    /** What was added since the last call, up to the end as it is now; tombstones are left out. */
    public List<GenericRecord> next() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<GenericRecord> records = new ArrayList<>();
        while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(each -> {
                if (each.value() != null) {
                    records.add(decode(each.value()));
                }
            });
        }
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private GenericRecord decode(byte[] value) {
        Schema schema = schemas.computeIfAbsent(ByteBuffer.wrap(value, 1, 4).getInt(), AvroTopic::fetch);
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
