package io.crossdock.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page ended: partition and last key, opaque to clients. */
record Cursor(int partition, String after) {

    static Cursor parse(String text) {
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

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((partition + "|" + after).getBytes(StandardCharsets.UTF_8));
    }
}
