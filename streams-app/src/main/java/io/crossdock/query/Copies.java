package io.crossdock.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which parts of the stores are complete here, whoever works on them: a copy that is being filled knows a part of the orders, and
 * would answer as if there were no others. Complete once is complete: what a standby lacks later is what came in that moment, and of an
 * instance that died in a transaction more seems to lack than will ever be read.
 */
public final class Copies implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Copies.class);
    private static final long RHYTHM_S = 2;

    /** Records of the changelog, and the marks of its transactions. */
    private static final long NEARLY = 200;

    private final Supplier<Map<String, Map<Integer, Long>>> behind;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("copies").factory());
    private volatile Set<Part> complete = Set.of();

    private record Part(String store, int partition) {}

    /** {@code behind} tells of each store and partition that is here how many records it is behind its changelog. */
    public Copies(Supplier<Map<String, Map<Integer, Long>>> behind) {
        this.behind = behind;
    }

    /** Those of a running instance. */
    public static Copies of(KafkaStreams streams) {
        return new Copies(() -> {
            Map<String, Map<Integer, Long>> behind = new HashMap<>();
            streams.allLocalStorePartitionLags().forEach((store, partitions) -> {
                Map<Integer, Long> records = behind.computeIfAbsent(store, any -> new HashMap<>());
                partitions.forEach((partition, lag) -> records.put(partition, lag.offsetLag()));
            });
            return behind;
        });
    }

    /** Looks every two seconds from now on. */
    public void start() {
        var unused = executor.scheduleWithFixedDelay(this::lookQuietly, 0, RHYTHM_S, TimeUnit.SECONDS);
    }

    /** True if all of a part is here, but for what came in the last moment. */
    boolean isComplete(String store, int partition) {
        return complete.contains(new Part(store, partition));
    }

    /** How many partitions of each store are complete here; stores of which none is are left out. */
    public SortedMap<String, Integer> complete() {
        SortedMap<String, Integer> partitions = new TreeMap<>();
        complete.forEach(part -> partitions.merge(part.store(), 1, Integer::sum));
        return partitions;
    }

    void look() {
        Set<Part> known = complete;
        Set<Part> now = new HashSet<>();
        behind.get()
                .forEach((store, partitions) -> partitions.forEach((partition, records) -> {
                    Part part = new Part(store, partition);
                    if (records <= NEARLY || known.contains(part)) {
                        now.add(part);
                    }
                }));
        complete = Set.copyOf(now);
    }

    private void lookQuietly() {
        try {
            look();
        } catch (RuntimeException e) {
            // While the instance starts, and while no broker answers: what was complete still is.
            LOG.debug("It cannot be told how complete the copies are: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
