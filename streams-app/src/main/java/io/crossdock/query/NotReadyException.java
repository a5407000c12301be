package io.crossdock.query;

/** The answer exists, but not here and now: ask again. */
public final class NotReadyException extends RuntimeException {

    NotReadyException(String message) {
        super(message);
    }
}
