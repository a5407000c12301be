package io.crossdock.query.http;

import io.javalin.http.Context;

/** How many items of a list a request wants at most: its parameter {@code limit}. */
final class PageSize {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    private PageSize() {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it is no number, or too large
     */
    static int of(Context http) {
        String text = http.queryParam("limit");
        try {
            int limit = text == null ? USUAL : Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new IllegalArgumentException("limit is '" + text + "', expected a whole number from 1 to " + MOST);
    }
}
