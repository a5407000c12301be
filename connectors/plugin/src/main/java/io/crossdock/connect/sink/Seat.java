package io.crossdock.connect.sink;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crossdock.connect.delivery.Attempt;
import io.crossdock.connect.delivery.Message;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One record's place in a call for several: waiting, taken along, arrived. */
final class Seat {

    private final Message message;
    private final String path;
    private final ObjectNode member;
    private final CompletableFuture<Attempt> arrival = new CompletableFuture<>();
    private volatile boolean waiting = true;

    /**
     * A place that waits.
     *
     * @param path where records like this one are written together
     * @param member the record in such a call
     */
    Seat(Message message, String path, ObjectNode member) {
        this.message = message;
        this.path = path;
        this.member = member;
    }

    Message message() {
        return message;
    }

    String path() {
        return path;
    }

    ObjectNode member() {
        return member;
    }

    boolean isWaiting() {
        return waiting;
    }

    void take() {
        waiting = false;
    }

    /** Says what came of it; only the first word counts. */
    void arrive(Attempt attempt) {
        arrival.complete(attempt);
    }

    /** Waits for what comes of it. */
    Attempt arrival() throws InterruptedException {
        try {
            return arrival.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
