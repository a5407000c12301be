package io.crossdock.transactions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for transactions that nobody ends. Whoever reads committed records stops before one without a word: a task, a restore, a sink of
 * Connect. It takes a fault of brokers (KAFKA-20734 is one) to leave one behind, and whoever may alter the cluster to end it.
 */
public final class HangingTransactions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HangingTransactions.class);
    private static final Duration RHYTHM = Duration.ofSeconds(10);

    /** Six times what a transaction of ours may last. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Transactions brokers;
    private final Standstill standstill = new Standstill(PATIENCE);
    private final String bootstrapServers;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("hanging-transactions").daemon().factory());
    private volatile List<Hanging> found = List.of();

    /**
     * Does not look yet; registers its metric.
     *
     * @param brokers what they say
     * @param bootstrapServers as in the command that ends one
     */
    public HangingTransactions(MeterRegistry metrics, Transactions brokers, String bootstrapServers, Clock clock) {
        this.brokers = brokers;
        this.bootstrapServers = bootstrapServers;
        this.clock = clock;
        Gauge.builder("crossdock.transactions.hanging", () -> found.size())
                .description("Partitions with a transaction that nobody ends: nobody comes past it.")
                .register(metrics);
    }

    /** Looks every ten seconds from now on. */
    public void start() {
        var unused = thread.scheduleWithFixedDelay(
                this::lookQuietly, RHYTHM.toSeconds(), RHYTHM.toSeconds(), TimeUnit.SECONDS);
    }

    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException e) {
            // Without brokers nothing is read either, which others say. What was found may still be so.
            LOG.debug("Transactions are looked at again: {}", e.toString());
        }
    }

    /** One look. */
    void look() {
        List<Hanging> standing = standstill.look(brokers.spans(), clock.instant());
        Set<TopicPartition> known = standing.isEmpty() ? Set.of() : brokers.known();
        List<Hanging> hanging = standing.stream()
                .filter(each -> !known.contains(each.partition()))
                .toList();
        hanging.stream().filter(each -> !wasFound(each)).forEach(this::tell);
        found = hanging;
    }

    private boolean wasFound(Hanging each) {
        return found.stream()
                .anyMatch(before -> before.partition().equals(each.partition()) && before.start() == each.start());
    }

    private void tell(Hanging each) {
        LOG.error(
                "{} cannot be read past {} (it ends at {}): a transaction stays open there and no coordinator knows of it. Tasks, restores"
                        + " and sinks that read it stand still. End it: {}",
                each.partition(),
                each.start(),
                each.end(),
                each.wayOut(bootstrapServers));
    }

    /** What was found at the last look, each with the way out. */
    public ArrayNode json() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Hanging each : found) {
            all.addObject()
                    .put("topic", each.partition().topic())
                    .put("partition", each.partition().partition())
                    .put("start", each.start())
                    .put("end", each.end())
                    .put("since", each.since().toString())
                    .put("wayOut", each.wayOut(bootstrapServers));
        }
        return all;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
