package io.crossdock.track;

import io.crossdock.contract.MilestoneStamp;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Name of an event: a hash of what happened, so that a replay gives it the same name. */
final class EventId {

    private EventId() {}

    static String of(MilestoneStamp stamp, boolean corrected) {
        String what = String.join(
                "\n",
                stamp.getSubject(),
                stamp.getMilestone(),
                stamp.getFactKey(),
                stamp.getSourceVersion(),
                corrected ? "corrected" : "reached");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
