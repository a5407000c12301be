package io.crossdock.exceptions;

import io.crossdock.contract.OpenException;
import io.crossdock.observe.OutcomeStore;
import io.crossdock.order.severity.Caps;

/** How many exceptions of each type a task tells one by one, and how many it holds back beyond that (R199). */
final class Storms {

    private final OutcomeStore outcomes;
    private final Caps caps;
    private final int partitions;

    Storms(OutcomeStore outcomes, Caps caps, int partitions) {
        this.outcomes = outcomes;
        this.caps = caps;
        this.partitions = partitions;
    }

    /** True if one more would be one too many. */
    boolean isFull(String type) {
        return outcomes.toldExceptions(type) >= caps.of(type, partitions);
    }

    /** The same exception, held back, and counted. */
    OpenException hold(String type, OpenException exception) {
        outcomes.countHeldException(type, 1);
        return OpenException.newBuilder(exception).setHeld(true).build();
    }

    /** The same exception, no longer held back, and counted. */
    OpenException release(String type, OpenException exception) {
        if (!exception.getHeld()) {
            return exception;
        }
        outcomes.countHeldException(type, -1);
        return OpenException.newBuilder(exception).setHeld(false).build();
    }
}
