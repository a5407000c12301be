package io.crossdock.exceptions;

import org.jspecify.annotations.Nullable;

/**
 * What kind of exception it is: at most one of a kind is open for what it concerns.
 *
 * @param type public name, for example {@code ORPHAN}
 * @param target the connection whose telling is concerned; null if it is no matter of telling
 */
public record Kind(String type, @Nullable String target) {

    private static final char SEPARATOR = '|';

    /** A kind that is no matter of telling. */
    public static Kind of(String type) {
        return new Kind(type, null);
    }

    /** The kind with this text. */
    public static Kind parse(String text) {
        int end = text.indexOf(SEPARATOR);
        return end < 0 ? of(text) : new Kind(text.substring(0, end), text.substring(end + 1));
    }

    /** Type and target, joined with {@code |}: part of an exception's id. */
    public String text() {
        return target == null ? type : type + SEPARATOR + target;
    }
}
