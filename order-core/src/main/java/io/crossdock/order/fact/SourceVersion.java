package io.crossdock.order.fact;

/**
 * Which of two statements about one factKey is newer. Compared within one connection only; never a wall clock.
 *
 * @param epoch set in the connection's file; rises when a restored source's positions go back
 * @param position LSN, binlog file and offset, or SystemModstamp in milliseconds
 * @param minor order within the position: a change beats a snapshot row, a later row or a later read an earlier one
 */
public record SourceVersion(long epoch, long position, long minor) implements Comparable<SourceVersion> {

    @Override
    public int compareTo(SourceVersion other) {
        int byEpoch = Long.compare(epoch, other.epoch);
        if (byEpoch != 0) {
            return byEpoch;
        }
        int byPosition = Long.compare(position, other.position);
        return byPosition != 0 ? byPosition : Long.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return epoch + "." + position + "." + minor;
    }
}
