package io.crossdock.exceptions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong.
 *
 * @param text what, where, why and what to do, in one or a few sentences
 * @param dueAt when it should have been done; null if no limit was set
 */
public record Wrong(String text, @Nullable Instant dueAt) {

    /** What is wrong without anybody having set a limit. */
    public static Wrong of(String text) {
        return new Wrong(text, null);
    }

    /** Both, due when the first of them was. */
    public Wrong and(Wrong other) {
        String between = text.endsWith(".") ? " " : "; ";
        return new Wrong(text + between + other.text, earlier(dueAt, other.dueAt));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
