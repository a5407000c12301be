package io.crossdock.query;

/** The answer exists, but not here and now: ask again. */
public final class NotReadyException extends RuntimeException {

    /** {@code message} says what is not ready. */
    public NotReadyException(String message) {
        super(message);
    }
}
