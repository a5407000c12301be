package io.crossdock.crm.fault;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A fault with its dice and its count of the requests it has hit; used up, it stays to be asked about. */
final class FaultInForce {
    private final Fault fault;
    private final Random dice;
    private int hits;

    FaultInForce(Fault fault) {
        this.fault = fault;
        this.dice = new Random(fault.seed() == null ? 1 : fault.seed());
    }

    Fault fault() {
        return fault;
    }

    int hits() {
        return hits;
    }

    boolean isInForce() {
        return fault.count() == null || hits < fault.count();
    }

    /** Whether the request is one of its share; the dice roll for matching requests only, so that a seed means the same ones. */
    boolean wants(String method, @Nullable String object) {
        return isInForce()
                && fault.matches(method, object)
                && (fault.rate() == null || dice.nextDouble() < fault.rate());
    }

    void countHit() {
        hits++;
    }
}
