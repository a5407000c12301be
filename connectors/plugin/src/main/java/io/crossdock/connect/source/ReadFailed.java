package io.crossdock.connect.source;

import io.crossdock.connect.http.Answer;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The target answered a read with an error. */
final class ReadFailed extends IOException {

    private final transient @Nullable Duration retryAfter;

    ReadFailed(String object, Answer answer) {
        super("reading " + object + " was answered " + answer.summary() + advice(answer));
        this.retryAfter = answer.retryAfter();
    }

    /** How long the target asks us to wait, null if it does not. */
    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    private static String advice(Answer answer) {
        return switch (answer.status()) {
            case 400 -> ". Check option entities: object, select, cursor and id must be readable by this client";
            case 401, 403 -> answer.isLimit() ? "" : ". Check the client's permissions at the target";
            default -> "";
        };
    }
}
