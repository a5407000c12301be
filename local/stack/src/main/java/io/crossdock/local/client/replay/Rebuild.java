package io.crossdock.local.client.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.crossdock.local.client.Json;
import java.util.List;

/**
 * How the latest rebuild stands.
 *
 * @param epoch its number; 0 if there was none
 * @param phase what goes on
 * @param cut up to when everything had been told before, RFC 3339; empty if there was none
 * @param read raw records that have been read again
 * @param total raw records that there are to read
 * @param behind messages between mailboxes that are still to be read
 * @param live targets that were live before it
 */
public record Rebuild(long epoch, Phase phase, String cut, long read, long total, long behind, List<String> live) {

    /** What goes on in a rebuild. */
    public enum Phase {
        NONE,
        READING,
        PUBLISHING,
        DONE,
        /** What this release does not know; it is waited for the end of it. */
        OTHER;

        private static Phase of(String state) {
            return switch (state) {
                case "none" -> NONE;
                case "reading" -> READING;
                case "publishing" -> PUBLISHING;
                case "done" -> DONE;
                default -> OTHER;
            };
        }
    }

    static Rebuild of(JsonNode json) {
        return new Rebuild(
                json.path("epoch").asLong(),
                Phase.of(Json.text(json, "state")),
                Json.text(json, "cut"),
                json.path("read").asLong(),
                json.path("total").asLong(),
                json.path("behind").asLong(),
                Json.texts(json.path("live")));
    }

    boolean isDone() {
        return phase == Phase.DONE;
    }

    /** Whether every raw record is read, and messages between mailboxes are not. */
    boolean isCatchingUp() {
        return phase == Phase.READING && read >= total;
    }

    /** Names as the beginning of a sentence about them. */
    static String are(List<String> names) {
        return String.join(", ", names) + (names.size() == 1 ? " is" : " are");
    }

    /** How it is called. */
    String name() {
        return "Rebuild " + epoch;
    }
}
