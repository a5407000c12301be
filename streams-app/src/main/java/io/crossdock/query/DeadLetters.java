package io.crossdock.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.codec.AvroJson;
import io.crossdock.contract.DeadLetter;
import io.crossdock.topology.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is in {@code orders.dead-letters}, the newest first. Nobody keeps it in a store: it is seldom asked for, and then read from the
 * topic, by a consumer of its own for each question.
 */
public final class DeadLetters {

    /** So many records are read for one question, and at most a step more; where that ends, the next page goes on. */
    static final int ALLOWED = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration ONE_TRY = Duration.ofSeconds(2);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Deserializer<DeadLetter> values;
    private final Duration patience;

    /**
     * Dead letters that are read by consumers of their own.
     *
     * @param values reads what was written
     * @param patience how long the broker may say nothing
     */
    DeadLetters(Supplier<Consumer<String, byte[]>> consumers, Deserializer<DeadLetter> values, Duration patience) {
        this.consumers = consumers;
        this.values = values;
        this.patience = patience;
    }

    /** The dead letters of the brokers that {@code client}, the settings of any client, leads to. */
    public static DeadLetters at(Map<String, Object> client, Deserializer<DeadLetter> values) {
        Map<String, Object> config = new HashMap<>(client);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Where retention has just taken the oldest away, what follows is read.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ONE_TRY.toMillis());
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return new DeadLetters(
                () -> new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer()),
                values,
                PATIENCE);
    }

    /**
     * A page of those that are asked for; it may be short, or empty, and have a next one.
     *
     * @param limit at most so many
     * @param cursor where a page ended; empty to begin with the newest
     * @throws IllegalArgumentException if it is no cursor
     * @throws NotReadyException if the broker does not answer
     */
    public Page page(DeadLetterQuestion question, int limit, String cursor) {
        BackwardCursor from = BackwardCursor.parse(cursor);
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            BackwardTopic topic =
                    BackwardTopic.of(consumer, Topics.DEAD_LETTERS, from, question.since(), ALLOWED, patience);
            List<ObjectNode> items = new ArrayList<>();
            while (items.size() < limit) {
                ConsumerRecord<String, byte[]> written = topic.next();
                if (written == null) {
                    break;
                }
                if (question.mayWant(written)) {
                    DeadLetter letter = letter(written);
                    if (question.wants(letter)) {
                        items.add(item(letter, written));
                    }
                }
            }
            BackwardCursor next = topic.cursor();
            return new Page(items, next == null ? null : next.text());
        } catch (KafkaException e) {
            LOG.warn("{} cannot be read.", Topics.DEAD_LETTERS, e);
            throw new NotReadyException("The broker does not answer what is in " + Topics.DEAD_LETTERS + ".");
        }
    }

    private DeadLetter letter(ConsumerRecord<String, byte[]> written) {
        try {
            return values.deserialize(written.topic(), written.value());
        } catch (RuntimeException e) {
            LOG.warn("{}-{}@{} cannot be read.", written.topic(), written.partition(), written.offset(), e);
            throw new NotReadyException("What " + Topics.DEAD_LETTERS + " holds of " + written.key()
                    + " cannot be read now: does the registry answer?");
        }
    }

    private static ObjectNode item(DeadLetter letter, ConsumerRecord<String, byte[]> written) {
        return AvroJson.of(letter)
                .put("writtenAt", Instant.ofEpochMilli(written.timestamp()).toString());
    }
}
