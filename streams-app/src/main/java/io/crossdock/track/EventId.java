package io.crossdock.track;

import io.crossdock.codec.ShortHash;
import io.crossdock.contract.MilestoneStamp;

/** Name of an event: a hash of what happened, so that a replay gives it the same name. */
final class EventId {

    private EventId() {}

    static String of(MilestoneStamp stamp, boolean corrected) {
        return ShortHash.of(String.join(
                "\n",
                stamp.getSubject(),
                stamp.getMilestone(),
                stamp.getFactKey(),
                stamp.getSourceVersion(),
                corrected ? "corrected" : "reached"));
    }
}
