package io.crossdock.connect.reconcile;

import org.jspecify.annotations.Nullable;

/** A source does not answer, or refuses; the message says what it said. It is asked again. */
final class SourceAway extends Exception {

    SourceAway(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
