package io.crossdock.order.fact;

/**
 * Version of an order's status: fences compare it, replay and "nothing to push" compare content hashes instead.
 *
 * @param epoch rises by one with every rebuild
 * @param seq counts changes of content within the epoch, from 1
 */
public record OrderVersion(long epoch, long seq) implements Comparable<OrderVersion> {

    /** Reads {@code epoch.seq}. */
    public static OrderVersion parse(String text) {
        int dot = text.indexOf('.');
        if (dot == -1) {
            throw new IllegalArgumentException("Expected epoch.seq, got '" + text + "'");
        }
        return new OrderVersion(Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }

    /** The next version of the same epoch. */
    public OrderVersion next() {
        return new OrderVersion(epoch, seq + 1);
    }

    @Override
    public int compareTo(OrderVersion other) {
        int byEpoch = Long.compare(epoch, other.epoch);
        return byEpoch != 0 ? byEpoch : Long.compare(seq, other.seq);
    }

    @Override
    public String toString() {
        return epoch + "." + seq;
    }
}
