package io.crossdock.transactions;

/**
 * How far a partition can be read.
 *
 * @param committed the first offset that nobody who reads committed records comes past: where the oldest open transaction begins, or
 *     {@code end}
 * @param end where the next record will be written
 */
public record Span(long committed, long end) {

    boolean isOpen() {
        return committed < end;
    }
}
