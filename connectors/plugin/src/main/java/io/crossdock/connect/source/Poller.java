package io.crossdock.connect.source;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when an entity is read next: at once while there are more pages, after the interval when a round is over, after a
 * growing pause when a read failed. The read itself runs elsewhere, so that {@code poll} never waits for the target.
 */
final class Poller {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

    private final String name;
    private final PageReader reader;
    private final RestSourceConfig config;
    private final Executor executor;
    private final Runnable onDone;
    private final AtomicLong dueAt = new AtomicLong(System.nanoTime());
    private @Nullable CompletableFuture<Page> reading;
    private int failures;

    /**
     * A poller of one entity.
     *
     * @param name what to call it in logs
     * @param onDone called on any thread when a read has ended
     */
    Poller(String name, PageReader reader, RestSourceConfig config, Executor executor, Runnable onDone) {
        this.name = name;
        this.reader = reader;
        this.config = config;
        this.executor = executor;
        this.onDone = onDone;
    }

    /** Starts a read if one is due and none is under way. */
    void start() {
        if (reading == null && waitNanos() <= 0) {
            CompletableFuture<Page> page = new CompletableFuture<>();
            reading = page;
            try {
                executor.execute(() -> {
                    read(page);
                    onDone.run();
                });
            } catch (RejectedExecutionException e) {
                LOG.debug("{}: the task is stopping, nothing more is read", name, e);
            }
        }
    }

    /** Nanoseconds until the next read is due; {@link Long#MAX_VALUE} while one is under way. */
    long waitNanos() {
        return reading == null ? dueAt.get() - System.nanoTime() : Long.MAX_VALUE;
    }

    /** What a read that has ended has brought, nothing if none has. */
    Page take() {
        CompletableFuture<Page> page = reading;
        if (page == null || !page.isDone()) {
            return Page.NONE;
        }
        reading = null;
        if (page.isCompletedExceptionally()) {
            Throwable failure = page.exceptionNow();
            pause(failure);
            return Page.NONE;
        }
        failures = 0;
        Page read = page.resultNow();
        due(read.more() ? Duration.ZERO : config.pollInterval());
        return read;
    }

    private void read(CompletableFuture<Page> page) {
        try {
            page.complete(reader.next());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            page.completeExceptionally(e);
        } catch (IOException | RuntimeException e) {
            page.completeExceptionally(e);
        }
    }

    private void pause(Throwable failure) {
        failures++;
        Duration pause = config.pauseAfter(failures);
        Duration asked = failure instanceof ReadFailed answered ? answered.retryAfter() : null;
        if (asked != null && asked.compareTo(pause) > 0) {
            pause = asked;
        }
        due(pause);
        LOG.warn("{}: {} (failure {} in a row); next try in {} ms", name, text(failure), failures, pause.toMillis());
    }

    private static String text(Throwable failure) {
        return failure instanceof ReadFailed
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private void due(Duration delay) {
        dueAt.set(System.nanoTime() + delay.toNanos());
    }
}
