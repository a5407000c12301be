package io.crossdock.local.client;

import io.crossdock.local.process.Pause;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Goes on asking a server that is away for a while, as one is that starts itself again.
 *
 * @param most for so long no answer is nothing but waiting
 * @param between two questions
 */
public record Patience(Duration most, Duration between) {

    /**
     * Asks until there is an answer.
     *
     * @param away told each time that there is none
     * @throws ClientFailure if there is still none in the end, or asking again is of no use
     */
    public <T> T ask(Supplier<T> question, Consumer<ClientFailure> away) {
        long until = System.nanoTime() + most.toNanos();
        while (true) {
            try {
                return question.get();
            } catch (ClientFailure failure) {
                if (!failure.isPassing()
                        || System.nanoTime() > until
                        || Thread.currentThread().isInterrupted()) {
                    throw failure;
                }
                away.accept(failure);
            }
            pause();
        }
    }

    /** Waits as long as between two questions. */
    public void pause() {
        Pause.millis(between.toMillis());
    }
}
