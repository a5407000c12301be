package io.crossdock.local.prove.loop.scene;

import io.crossdock.local.prove.Check;
import java.util.List;

/**
 * What one shipment has brought about, however often its records came.
 *
 * @param times how often the broker holds each of its records
 * @param copies records that came again
 * @param duplicates raw records of the warehouse that ended as duplicates since then
 * @param invoiceRequests what the ERP was asked for about the order
 * @param letters letters to the customer about what has left of it
 */
record Deliveries(long times, long copies, long duplicates, List<String> invoiceRequests, List<String> letters) {

    static final int TIMES = 3;

    /** Whether all of it was brought about at least once. */
    boolean isDone() {
        return !invoiceRequests.isEmpty() && !letters.isEmpty();
    }

    /** The judgement. */
    List<Check> checks() {
        return List.of(
                new Check("the shipment was delivered three times", times == TIMES, times + " times at the broker"),
                new Check(
                        "the copies were read as copies",
                        copies > 0 && duplicates >= copies,
                        copies + " copies, " + duplicates + " more outcomes 'duplicate'"),
                once("one invoice request", invoiceRequests),
                once("one letter to the customer", letters));
    }

    private static Check once(String what, List<String> done) {
        return new Check(what, done.size() == 1, done.size() + ": " + done);
    }
}
