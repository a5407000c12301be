package io.crossdock.local.prove.loop;

import java.util.Comparator;

/** The version of what was told of an order: {@code epoch.seq}, the epoch first. */
record OrderVersion(long epoch, long seq) implements Comparable<OrderVersion> {

    private static final Comparator<OrderVersion> ORDER =
            Comparator.comparingLong(OrderVersion::epoch).thenComparingLong(OrderVersion::seq);

    /**
     * Reads {@code epoch.seq}.
     *
     * @throws NumberFormatException if it is something else
     */
    static OrderVersion of(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new NumberFormatException("'" + text + "' is no version epoch.seq");
        }
        return new OrderVersion(Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }

    @Override
    public int compareTo(OrderVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return epoch + "." + seq;
    }
}
