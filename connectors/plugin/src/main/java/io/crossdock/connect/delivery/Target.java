package io.crossdock.connect.delivery;

/**
 * The system that is told, as far as courier and fence need to know it: it can be written to, and it may be asked what it
 * holds. Safe for many threads; both calls block, and an interrupt ends them.
 */
public interface Target extends AutoCloseable {

    /**
     * Tells it the message, once.
     *
     * @return what came of it; a failure of the target is an {@link Attempt.Again}, never an exception
     */
    Attempt write(Message message) throws InterruptedException;

    /** The same for what was looked for just now: it does not wait behind others who only begin to look. */
    default Attempt writeNext(Message message) throws InterruptedException {
        return write(message);
    }

    /** Asks whether it holds what the message says. */
    Finding find(Message message) throws InterruptedException;

    @Override
    void close();
}
