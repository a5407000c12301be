package io.crossdock.runtime;

import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what state the instance is in, and ends it when Kafka Streams can go on no more. */
final class LifecycleObserver implements KafkaStreams.StateListener {

    private static final Logger LOG = LoggerFactory.getLogger(LifecycleObserver.class);

    private final Runnable failed;

    LifecycleObserver(Runnable failed) {
        this.failed = failed;
    }

    @Override
    public void onChange(KafkaStreams.State now, KafkaStreams.State before) {
        switch (now) {
            case RUNNING -> LOG.info("Running: stores are restored, records are processed.");
            case REBALANCING -> LOG.info("Rebalancing: tasks are being assigned or restored.");
            case ERROR -> {
                LOG.error("Stopped by an error; see above.");
                failed.run();
            }
            default -> LOG.info("{} after {}.", now, before);
        }
    }
}
