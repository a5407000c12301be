package io.crossdock.connect.sink;

import io.crossdock.connect.avro.RegistrySettings;
import io.crossdock.connect.http.RestSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;

/** Options of {@link RestSinkConnector}. */
final class RestSinkConfig extends AbstractConfig {

    private static final String EXTERNAL_ID_FIELD = "external.id.field";
    private static final String FENCE_FIELD = "fence.field";
    private static final String FENCE_MARGIN = "fence.margin.ms";
    private static final String PARALLELISM = "parallelism";
    private static final String MAX_PENDING = "max.pending";
    private static final String RETRY_INITIAL = "retry.initial.ms";
    private static final String RETRY_MAX = "retry.max.ms";
    private static final String RETRY_BOUND = "retry.bound.ms";
    private static final String RECEIPTS = "receipts.";
    private static final String RECEIPTS_TOPIC = RECEIPTS + "topic";
    private static final String RECEIPTS_BOOTSTRAP = RECEIPTS + "bootstrap.servers";
    private static final String RECEIPTS_REGISTRY = RECEIPTS + "registry.url";
    private static final String RECEIPTS_PRODUCER = RECEIPTS + "producer.";

    static final ConfigDef DEFINITION = writing(RestSettings.define(new ConfigDef(), 60_000));

    private static ConfigDef writing(ConfigDef definition) {
        text(definition, EXTERNAL_ID_FIELD, "crossdock_key__c", "The target's field that holds our key.");
        text(definition, FENCE_FIELD, "crossdock_version__c", "The target's field that holds the version, epoch.seq.");
        count(definition, FENCE_MARGIN, 5_000, 0, "How far the broker's and the worker's clocks may differ, in ms.");
        count(definition, PARALLELISM, 8, 1, "Calls in flight; messages of one record are always one after the other.");
        count(definition, MAX_PENDING, 1_000, 1, "Messages without a receipt above which reading pauses.");
        count(definition, RETRY_INITIAL, 100, 1, "First pause between two attempts, in ms; doubles, with jitter.");
        count(definition, RETRY_MAX, 5_000, 2, "Longest pause between two attempts, in ms.");
        count(
                definition,
                RETRY_BOUND,
                30_000,
                1,
                "How long a message is tried before the target counts as down, in ms.");
        text(definition, RECEIPTS_TOPIC, "out.receipts", "Topic of the receipts.");
        required(definition, RECEIPTS_BOOTSTRAP, "Brokers of the receipts' producer.");
        required(definition, RECEIPTS_REGISTRY, "Address of the registry's API, for the receipts' schema.");
        return definition;
    }

    RestSinkConfig(Map<String, ?> options) {
        super(DEFINITION, options, false);
    }

    RestSettings rest() {
        return RestSettings.from(this);
    }

    String externalIdField() {
        return getString(EXTERNAL_ID_FIELD);
    }

    String fenceField() {
        return getString(FENCE_FIELD);
    }

    Duration fenceMargin() {
        return millis(FENCE_MARGIN);
    }

    int parallelism() {
        return getInt(PARALLELISM);
    }

    int maxPending() {
        return getInt(MAX_PENDING);
    }

    Duration retryInitial() {
        return millis(RETRY_INITIAL);
    }

    /** Longest pause, always above the first one. */
    Duration retryMax() {
        return Duration.ofMillis(Math.max(getInt(RETRY_MAX), getInt(RETRY_INITIAL) + 1L));
    }

    Duration retryBound() {
        return millis(RETRY_BOUND);
    }

    String receiptsTopic() {
        return getString(RECEIPTS_TOPIC);
    }

    /** Options of the receipts' serializer. */
    Map<String, Object> receiptsSerializer() {
        return RegistrySettings.of(getString(RECEIPTS_REGISTRY), originals(), RECEIPTS);
    }

    /** Options of the receipts' producer: it never gives up by itself, because a message without its receipt is not done. */
    Map<String, Object> receiptsProducer() {
        Map<String, Object> producer = new HashMap<>();
        producer.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) Integer.MAX_VALUE);
        producer.putAll(originalsWithPrefix(RECEIPTS_PRODUCER));
        producer.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, getString(RECEIPTS_BOOTSTRAP));
        producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        return producer;
    }

    private Duration millis(String option) {
        return Duration.ofMillis(getInt(option));
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
