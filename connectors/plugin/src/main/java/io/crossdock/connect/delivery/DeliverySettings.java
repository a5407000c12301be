package io.crossdock.connect.delivery;

import io.crossdock.connect.avro.RegistrySettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;

/**
 * How messages are delivered; the options that all sinks share.
 *
 * @param fenceMargin how far the broker's and the worker's clocks may differ
 * @param parallelism most calls in flight
 * @param maxPending messages without a receipt above which reading pauses
 * @param retryInitial first pause between two attempts
 * @param retryMax longest pause between two attempts, above the first
 * @param retryBound how long nothing may get through before the target counts as down
 * @param parkAfter how long a message may be refused while others pass before it is given up
 * @param switches what protects the target
 * @param receiptsTopic topic of the receipts
 * @param ledgerTopic topic of the attempts
 * @param serializer options of the serializer of both
 * @param producer options of the producer of both
 */
public record DeliverySettings(
        Duration fenceMargin,
        int parallelism,
        int maxPending,
        Duration retryInitial,
        Duration retryMax,
        Duration retryBound,
        Duration parkAfter,
        Switches switches,
        String receiptsTopic,
        String ledgerTopic,
        Map<String, Object> serializer,
        Map<String, Object> producer) {

    private static final String FENCE_MARGIN = "fence.margin.ms";
    private static final String PARALLELISM = "parallelism";
    private static final String MAX_PENDING = "max.pending";
    private static final String RETRY_INITIAL = "retry.initial.ms";
    private static final String RETRY_MAX = "retry.max.ms";
    private static final String RETRY_BOUND = "retry.bound.ms";
    private static final String PARK_AFTER = "park.after.ms";
    private static final String LEDGER_TOPIC = "ledger.topic";
    private static final String RECEIPTS = "receipts.";
    private static final String RECEIPTS_TOPIC = RECEIPTS + "topic";
    private static final String RECEIPTS_BOOTSTRAP = RECEIPTS + "bootstrap.servers";
    private static final String RECEIPTS_REGISTRY = RECEIPTS + "registry.url";
    private static final String RECEIPTS_PRODUCER = RECEIPTS + "producer.";

    /** Adds the shared options to a definition. */
    public static ConfigDef define(ConfigDef definition) {
        count(definition, FENCE_MARGIN, 5_000, 0, "How far the broker's and the worker's clocks may differ, in ms.");
        count(definition, PARALLELISM, 8, 1, "Calls in flight; messages of one record are always one after the other.");
        count(
                definition,
                MAX_PENDING,
                5_000,
                1,
                "Messages without a receipt above which reading pauses: how far express can overtake.");
        count(definition, RETRY_INITIAL, 100, 1, "First pause between two attempts, in ms; doubles, with jitter.");
        count(definition, RETRY_MAX, 5_000, 2, "Longest pause between two attempts, in ms.");
        count(
                definition,
                RETRY_BOUND,
                30_000,
                10,
                "How far back failures count, and one success saves the target from counting as down, in ms.");
        count(
                definition,
                PARK_AFTER,
                1_800_000,
                1,
                "How long a message is tried that fails while others pass, in ms; then it is parked.");
        text(definition, RECEIPTS_TOPIC, "out.receipts", "Topic of the receipts.");
        text(definition, LEDGER_TOPIC, "out.ledger", "Topic of the ledger: every attempt with its outcome.");
        required(definition, RECEIPTS_BOOTSTRAP, "Brokers of the producer of receipts and ledger.");
        required(definition, RECEIPTS_REGISTRY, "Address of the registry's API, for the schemas of both.");
        Switches.define(definition);
        return definition;
    }

    /**
     * Reads the shared options.
     *
     * @throws org.apache.kafka.common.config.ConfigException if a protection is switched off outside a proof
     */
    public static DeliverySettings from(AbstractConfig config) {
        return new DeliverySettings(
                millis(config, FENCE_MARGIN),
                config.getInt(PARALLELISM),
                config.getInt(MAX_PENDING),
                millis(config, RETRY_INITIAL),
                Duration.ofMillis(Math.max(config.getInt(RETRY_MAX), config.getInt(RETRY_INITIAL) + 1L)),
                millis(config, RETRY_BOUND),
                millis(config, PARK_AFTER),
                Switches.from(config),
                config.getString(RECEIPTS_TOPIC),
                config.getString(LEDGER_TOPIC),
                Map.copyOf(RegistrySettings.of(config.getString(RECEIPTS_REGISTRY), config.originals(), RECEIPTS)),
                producer(config));
    }

    /** The producer never gives up by itself, because a message without its receipt is not done. */
    private static Map<String, Object> producer(AbstractConfig config) {
        Map<String, Object> producer = new HashMap<>();
        producer.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) Integer.MAX_VALUE);
        producer.putAll(config.originalsWithPrefix(RECEIPTS_PRODUCER));
        producer.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.getString(RECEIPTS_BOOTSTRAP));
        producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        return Map.copyOf(producer);
    }

    /** Serializer and producer may hold passwords. */
    @Override
    public String toString() {
        return "delivery to " + receiptsTopic + " and " + ledgerTopic;
    }

    private static Duration millis(AbstractConfig config, String option) {
        return Duration.ofMillis(config.getInt(option));
    }

    private static void text(ConfigDef definition, String name, String value, String doc) {
        definition.define(name, ConfigDef.Type.STRING, value, new NonEmptyString(), Importance.MEDIUM, doc);
    }

    private static void required(ConfigDef definition, String name, String doc) {
        definition.define(
                name, ConfigDef.Type.STRING, ConfigDef.NO_DEFAULT_VALUE, new NonEmptyString(), Importance.HIGH, doc);
    }

    private static void count(ConfigDef definition, String name, int value, int least, String doc) {
        definition.define(name, ConfigDef.Type.INT, value, Range.atLeast(least), Importance.LOW, doc);
    }
}
