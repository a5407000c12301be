package io.crossdock.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a page of a topic that is read backwards ended: opaque to clients.
 *
 * @param before by partition, the offset before which nothing has been shown; a partition that is not in it is shown from its end
 */
record BackwardCursor(SortedMap<Integer, Long> before) {

    BackwardCursor {
        before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
    }

    /**
     * Reads a cursor; empty text is the beginning.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    static BackwardCursor parse(String text) {
        SortedMap<Integer, Long> before = new TreeMap<>();
        if (text.isEmpty()) {
            return new BackwardCursor(before);
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            for (String place : plain.split(",", -1)) {
                int end = place.indexOf('=');
                before.put(Integer.valueOf(place.substring(0, end)), Long.valueOf(place.substring(end + 1)));
            }
            return new BackwardCursor(before);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("'" + text + "' is no cursor; take nextCursor of the page before", e);
        }
    }

    /** As clients see it. */
    String text() {
        String plain = before.entrySet().stream()
                .map(place -> place.getKey() + "=" + place.getValue())
                .collect(Collectors.joining(","));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
