package io.crossdock.order.outbox;

import io.crossdock.order.fact.OrderVersion;

/**
 * One version of what a target holds or should hold.
 *
 * @param version version it was, or will be, sent with
 * @param contentHash hash of the payload; empty if the target holds this version but nobody knows what it says
 * @param targetKey key of the record in the target
 */
public record View(OrderVersion version, String contentHash, String targetKey) {

    /** True if both put the same content into the same record, whatever their versions. */
    public boolean showsTheSameAs(View other) {
        return contentIsKnown() && contentHash.equals(other.contentHash) && targetKey.equals(other.targetKey);
    }

    /** False if only the version of what the target holds is known. */
    public boolean contentIsKnown() {
        return !contentHash.isEmpty();
    }
}
