package io.crossdock.runtime;

import io.crossdock.access.Refusal;
import io.crossdock.access.User;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies: it is replaced, up to {@value #TOLERATED} times in ten minutes (a broker went away, a
 * transaction timed out); then the process stops, because a record that cannot be processed is a bug and must not be skipped.
 */
public final class FailurePolicy implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);
    private static final int TOLERATED = 5;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Clock clock;
    private final Runnable giveUp;
    private final Deque<Instant> failures = new ArrayDeque<>();

    /** {@code giveUp} ends the process. */
    public FailurePolicy(Clock clock, Runnable giveUp) {
        this.clock = clock;
        this.giveUp = giveUp;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        Instant now = clock.instant();
        failures.addLast(now);
        while (failures.getFirst().isBefore(now.minus(WINDOW))) {
            failures.removeFirst();
        }
        String refused = Refusal.in(failure, User.APP).map(why -> " " + why).orElse("");
        if (failures.size() <= TOLERATED) {
            LOG.error(
                    "A stream thread failed ({} of {} tolerated in 10 minutes); it is replaced.{}",
                    failures.size(),
                    TOLERATED,
                    refused,
                    failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error(
                "A stream thread failed again and again; the application stops. The record it names is not lost.{}",
                refused,
                failure);
        giveUp.run();
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
