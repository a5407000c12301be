package io.crossdock.runtime;

import io.crossdock.contract.AuditEntry;
import io.crossdock.contract.OrderException;
import io.crossdock.operate.Act;
import io.crossdock.query.NotReadyException;
import io.crossdock.query.Rebuild;
import io.crossdock.query.http.Everywhere;
import io.crossdock.switches.Epoch;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a rebuild to its end: once everything that landed before has been read again, what was open and is not any more is resolved, and
 * every task is told to publish. The instance that holds the first partition does so.
 */
final class RebuildWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildWatch.class);
    private static final long RHYTHM_SECONDS = 2;

    /** Messages between mailboxes that may be on their way while nothing is left to be read: what is happening now. */
    private static final long ON_THEIR_WAY = 1_000;

    private final Epoch epoch;
    private final Supplier<Rebuild> progress;
    private final BooleanSupplier inCharge;
    private final Supplier<Set<String>> openNow;
    private final Consumer<List<OrderException>> exceptions;
    private final Everywhere everywhere;
    private final Runnable cleaner;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("rebuild").daemon().factory());

    /**
     * Of an epoch.
     *
     * @param inCharge whether this instance does it
     * @param openNow ids of the exceptions that are open in this epoch
     * @param exceptions takes what is resolved, and returns once it is safe
     * @param cleaner throws away what older epochs kept
     */
    RebuildWatch(
            Epoch epoch,
            Supplier<Rebuild> progress,
            BooleanSupplier inCharge,
            Supplier<Set<String>> openNow,
            Consumer<List<OrderException>> exceptions,
            Everywhere everywhere,
            Runnable cleaner,
            Clock clock) {
        this.epoch = epoch;
        this.progress = progress;
        this.inCharge = inCharge;
        this.openNow = openNow;
        this.exceptions = exceptions;
        this.everywhere = everywhere;
        this.cleaner = cleaner;
        this.clock = clock;
    }

    /** Looks until it is done; not at all in an epoch that is not rebuilt. */
    void start() {
        if (epoch.isRebuilt()) {
            var unused =
                    thread.scheduleWithFixedDelay(this::lookQuietly, RHYTHM_SECONDS, RHYTHM_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void lookQuietly() {
        try {
            look();
        } catch (NotReadyException | InvalidStateStoreException e) {
            // While stores are restored, or the work is shared out anew.
            LOG.debug("The rebuild is looked at again: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("The rebuild could not be looked at; it is tried again.", e);
        }
    }

    /** One look. */
    void look() {
        if (!inCharge.getAsBoolean()) {
            return;
        }
        Rebuild now = progress.get();
        switch (now.stage()) {
            case READING -> {
                LOG.info(
                        "Rebuilding epoch {}: {} of {} records read again, {} messages behind.",
                        now.epoch(),
                        now.read(),
                        now.total(),
                        now.behind());
                if (now.read() >= now.total() && now.behind() <= ON_THEIR_WAY) {
                    publish();
                }
            }
            case PUBLISHING -> LOG.info("Rebuilding epoch {}: statuses are being published again.", now.epoch());
            case DONE -> {
                cleaner.run();
                LOG.info("Epoch {} is rebuilt.", now.epoch());
                thread.shutdown();
            }
            case NONE -> thread.shutdown();
        }
    }

    private void publish() {
        Set<String> open = openNow.get();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<OrderException> over = epoch.open().stream()
                .filter(before -> !open.contains(before.getExceptionId()))
                .map(before -> OrderException.newBuilder(before)
                        .setState("RESOLVED")
                        .setResolvedAt(now)
                        .build())
                .toList();
        if (!over.isEmpty()) {
            exceptions.accept(over);
        }
        everywhere.write(AuditEntry.newBuilder()
                .setAt(now)
                .setBy("crossdock")
                .setAction(Act.PUBLISH.name())
                .setExceptionId("")
                .setSubject("")
                .setKind(String.valueOf(epoch.number()))
                .build());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
