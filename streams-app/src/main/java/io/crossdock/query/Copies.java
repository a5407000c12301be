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
 * would answer as if there were no others. Complete once is complete, as long as it has not been filled anew: what a standby lacks
 * later is what came in that moment, and of an instance that died in a transaction more seems to lack than will ever be read.
 */
public final class Copies implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Copies.class);
    private static final long RHYTHM_S = 2;

    /** Records of the changelog, and the marks of its transactions. */
    private static final long NEARLY = 200;

    /** Work changes hands in less than so many looks, and a store cannot be seen meanwhile. */
    private static final int LOOKS_AWAY = 15;

    private final Supplier<Map<Part, Reach>> seen;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("copies").factory());
    private final Map<Part, Known> known = new HashMap<>();
    private volatile Set<Part> complete = Set.of();

    /** One partition of a store. */
    record Part(String store, int partition) {}

    /**
     * How far a store has read its changelog.
     *
     * @param position offset of the next record it reads
     * @param end of the changelog
     */
    record Reach(long position, long end) {}

    /** How far a part was when it was complete last, and how many looks ago it was seen. */
    private record Known(long position, int away) {}

    /** {@code seen} tells how far each part is that is here. */
    Copies(Supplier<Map<Part, Reach>> seen) {
        this.seen = seen;
    }

    /** Those of a running instance. */
    public static Copies of(KafkaStreams streams) {
        return new Copies(() -> {
            Map<Part, Reach> reached = new HashMap<>();
            streams.allLocalStorePartitionLags()
                    .forEach((store, partitions) -> partitions.forEach((partition, lag) -> reached.put(
                            new Part(store, partition),
                            new Reach(lag.currentOffsetPosition(), lag.endOffsetPosition()))));
            return reached;
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
        Map<Part, Reach> now = seen.get();
        known.replaceAll((part, before) -> new Known(before.position(), before.away() + 1));
        known.values().removeIf(before -> before.away() > LOOKS_AWAY);
        Set<Part> found = new HashSet<>();
        now.forEach((part, reach) -> {
            if (isComplete(part, reach)) {
                found.add(part);
                known.put(part, new Known(reach.position(), 0));
            }
        });
        complete = Set.copyOf(found);
    }

    /** At its end; or not, but not behind where it was complete: one that is filled anew is far from there. */
    private boolean isComplete(Part part, Reach reach) {
        Known before = known.get(part);
        return reach.end() - reach.position() <= NEARLY
                || (before != null && reach.position() >= before.position() - NEARLY);
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
