package io.crossdock.connect.delivery;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;

/** The first failure that no further attempt can cure, carried from a courier to Connect's thread, which stops the task. */
final class FatalFailure {

    private final AtomicReference<@Nullable Exception> first = new AtomicReference<>();

    /** Remembers a failure. */
    void report(Exception failure) {
        first.compareAndSet(null, failure);
    }

    /**
     * Stops the task if there was one.
     *
     * @throws ConnectException with the failure as its cause
     */
    void check() {
        Exception failure = first.get();
        if (failure != null) {
            throw new ConnectException(
                    "A message or its receipt failed for good (" + failure
                            + "). Restart the task: messages without a receipt are delivered again",
                    failure);
        }
    }
}
