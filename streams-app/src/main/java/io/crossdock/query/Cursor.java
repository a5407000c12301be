package io.crossdock.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page ended: opaque to clients.
 *
 * @param partition the partition it ended in
 * @param after its last key; empty if nothing of that partition was shown yet
 */
public record Cursor(int partition, String after) {

    /**
     * Reads a cursor; empty text is the beginning.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    public static Cursor parse(String text) {
        if (text.isEmpty()) {
            return new Cursor(0, "");
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int end = plain.indexOf('|');
            return new Cursor(Integer.parseInt(plain.substring(0, end)), plain.substring(end + 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("'" + text + "' is no cursor; take nextCursor of the page before", e);
        }
    }

    /** As clients see it. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((partition + "|" + after).getBytes(StandardCharsets.UTF_8));
    }
}
