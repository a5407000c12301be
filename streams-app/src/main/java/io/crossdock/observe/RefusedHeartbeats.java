package io.crossdock.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts heartbeats that cannot be used, in this instance since its start, and says so once per connection and reason. */
public final class RefusedHeartbeats {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedHeartbeats.class);

    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private final MeterRegistry metrics;

    /** Counts in {@code metrics}. */
    public RefusedHeartbeats(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** A heartbeat of {@code connection} was refused because of {@code reason}. */
    public void report(String connection, String reason) {
        Counter.builder("crossdock.heartbeats.refused")
                .description("Records of source.heartbeats that cannot be used.")
                .tags("connection", connection, "reason", reason)
                .register(metrics)
                .increment();
        if (said.add(connection + "|" + reason)) {
            LOG.warn(
                    "A heartbeat of connection '{}' on source.heartbeats is refused: {}. The connection's watermark stays as it is. {}",
                    connection,
                    reason,
                    advice(reason));
        }
    }

    private static String advice(String reason) {
        return switch (reason) {
            case "clock-ahead" ->
                "Its source's clock is more than a minute ahead of the broker's: set one of them right.";
            case "unknown-connection" -> "Its connection has no file: remove its connector, or add the file.";
            default -> "Look at who writes to the topic.";
        };
    }
}
