package io.crossdock.runtime;

import io.crossdock.config.Settings;
import io.crossdock.switches.Epoch;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;

/** What Kafka Streams is told, and why where the default would hurt. */
public final class StreamsSettings {

    static final String APPLICATION_ID = "crossdock";

    /** After so long without a heartbeat an instance is taken for dead. */
    private static final int SESSION_TIMEOUT_MS = 6_000;

    /**
     * Nobody commits in the middle of a rebalance, and one waits for a member that died in it until its session is over. A transaction
     * that times out before then costs an instance that lives all it holds. It is no longer than that takes, because what a dead one
     * wrote last blocks readers for so long.
     */
    private static final int TRANSACTION_TIMEOUT_MS = 12_000;

    private StreamsSettings() {}

    /** Consumer group of the first epoch. */
    static String baseId(Settings settings) {
        return of(settings).getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
    }

    /** Where other instances ask this one for what it holds. */
    static HostInfo address(Settings settings) {
        return new HostInfo(
                settings.listening().advertised(), settings.listening().port());
    }

    /** The configuration of one instance in an epoch: state, changelogs and offsets of each are its own. */
    static Properties of(Settings settings, Epoch epoch) {
        Properties config = of(settings);
        config.put(
                StreamsConfig.APPLICATION_ID_CONFIG,
                epoch.applicationId(config.getProperty(StreamsConfig.APPLICATION_ID_CONFIG)));
        return config;
    }

    /** The configuration of one instance. */
    public static Properties of(Settings settings) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        config.putAll(settings.kafka().client());
        config.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        HostInfo address = address(settings);
        config.put(StreamsConfig.APPLICATION_SERVER_CONFIG, address.host() + ":" + address.port());
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // A message between mailboxes that is lost or doubled breaks an edge for ever: this is load-bearing.
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // For what nobody waits for, such as an exception that a look at the connectors opens: all else is committed by
        // CommitPace.
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1_000);
        // The thread sleeps in poll before it looks at the clock: a quick pace alone would change nothing.
        config.put(StreamsConfig.POLL_MS_CONFIG, 5);
        // The commit flushes anyway; a batch costs about 2 ms at the median and saves the broker half its work.
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 65_536);
        // Raw payloads are JSON and messages repeat identifiers.
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        // For what is gathered between two commits; every other store is written through.
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 1024 * 1024);
        config.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0);
        // A backlog must not fill the heap: of more than a hundred partitions few may wait decoded, and an answer of
        // the broker is held
        // whole until the last of the partitions in it has been worked off.
        config.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 250);
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), 1024 * 1024);
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 256 * 1024);
        config.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
                DetachedHeaders.class.getName());
        config.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_TIMEOUT_MS);
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), settings.instance());
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MS);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1_500);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.METADATA_MAX_AGE_CONFIG), 30_000);
        config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 0);
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);
        config.put(BoundedMemory.MEBIBYTES, settings.stateMemory());
        config.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                org.apache.kafka.streams.errors.LogAndFailExceptionHandler.class);
        // What every instance keeps whole fails as loudly as the rest; later releases do so by themselves.
        config.put("processing.exception.handler.global.enabled", true);
        config.put(StreamsConfig.topicPrefix("min.cleanable.dirty.ratio"), "0.2");
        config.put(StreamsConfig.topicPrefix("segment.bytes"), "67108864");
        config.putAll(settings.streams());
        return config;
    }
}
