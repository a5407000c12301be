package io.crossdock.local.activity;

import java.util.Comparator;

/**
 * The version of a view, {@code epoch.seq}: 1.10 is newer than 1.9.
 *
 * @param epoch rises with each rebuild
 * @param seq rises with each change
 */
public record Version(long epoch, long seq) implements Comparable<Version> {
    /** Older than any. */
    static final Version NONE = new Version(-1, -1);

    private static final Comparator<Version> OLDER =
            Comparator.comparingLong(Version::epoch).thenComparingLong(Version::seq);

    /** Reads one; what is no version is none. */
    static Version of(String text) {
        try {
            return parse(text);
        } catch (NumberFormatException e) {
            return NONE;
        }
    }

    /**
     * Reads one.
     *
     * @throws NumberFormatException if it is something else
     */
    public static Version parse(String text) {
        int dot = text.indexOf('.');
        return new Version(
                Long.parseLong(text.substring(0, Math.max(0, dot))), Long.parseLong(text.substring(dot + 1)));
    }

    @Override
    public int compareTo(Version other) {
        return OLDER.compare(this, other);
    }

    @Override
    public String toString() {
        return epoch + "." + seq;
    }
}
