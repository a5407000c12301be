package io.crossdock.connect.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the application asks this connection to read again, from the topic {@code source.signals}, in the form that change feeds take
 * too. It is read from its end: what was asked while nobody listened is asked again by the next round.
 */
final class Signals implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final String connection;
    private final KafkaConsumer<String, String> consumer;
    private boolean isClosed;

    /** Rows of an object: those that a condition of the API's query language picks, all of them if it is empty. */
    record Wish(String object, String condition) {}

    /** Listens to the first partition of a topic; {@code options} are those of the consumer. */
    Signals(String connection, String topic, Map<String, Object> options) {
        this.connection = connection;
        Map<String, Object> all = new HashMap<>(options);
        all.put("isolation.level", "read_committed");
        all.put("enable.auto.commit", "false");
        this.consumer = new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer());
        // One partition: the order of wishes does not matter, and there are few.
        TopicPartition only = new TopicPartition(topic, 0);
        consumer.assign(List.of(only));
        consumer.seekToEnd(List.of(only));
    }

    /** What was asked since the last look; never waits. */
    synchronized List<Wish> take() {
        List<Wish> wishes = new ArrayList<>();
        if (isClosed) {
            return wishes;
        }
        try {
            for (ConsumerRecord<String, String> record : consumer.poll(Duration.ZERO)) {
                if (connection.equals(record.key()) && record.value() != null) {
                    wishes.addAll(read(record.value()));
                }
            }
        } catch (KafkaException e) {
            LOG.warn("{}: signals cannot be read: {}; they are looked for again", connection, e.getMessage());
        }
        return wishes;
    }

    /** The wishes of one signal; none if it is none of ours. */
    static List<Wish> read(String signal) {
        List<Wish> wishes = new ArrayList<>();
        try {
            JsonNode said = JSON.readTree(signal);
            if (said.path("type").asText().equals("execute-snapshot")) {
                JsonNode data = said.path("data");
                Map<String, String> conditions = new HashMap<>();
                data.path("additional-conditions")
                        .forEach(each -> conditions.put(
                                each.path("data-collection").asText(),
                                each.path("filter").asText()));
                data.path("data-collections")
                        .forEach(each ->
                                wishes.add(new Wish(each.asText(), conditions.getOrDefault(each.asText(), ""))));
            }
        } catch (JsonProcessingException e) {
            LOG.warn("A signal is no JSON and is left out: {}", e.getOriginalMessage());
        }
        return wishes;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        consumer.close();
    }
}
