package io.crossdock.local.start;

import io.crossdock.local.process.StackFailure;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;

/** What brokers answer to their administrator. */
public final class BrokerAnswer {

    /** How long an answer is waited for, in seconds. */
    static final long PATIENCE_S = 30;

    private BrokerAnswer() {}

    /**
     * Waits for it.
     *
     * @param otherwise what is not so without it; the reason is added
     * @throws StackFailure if it is a refusal, or does not come
     */
    public static <T> T of(KafkaFuture<T> future, String otherwise) {
        try {
            return future.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StackFailure(otherwise + ": " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure(otherwise + ": interrupted.", e);
        }
    }
}
