package io.crossdock.connect.source;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.connect.source.SourceRecord;

/** Which of the records that were handed to the worker are not at the broker yet. The worker tells from threads of its own. */
final class Landing {

    private final IdentityHashMap<SourceRecord, Long> underWay = new IdentityHashMap<>();
    private final TreeSet<Long> numbers = new TreeSet<>();
    private long last;

    /** These are handed over now, behind all others. */
    synchronized void handOver(List<SourceRecord> records) {
        for (SourceRecord record : records) {
            underWay.put(record, ++last);
            numbers.add(last);
        }
    }

    /** This one is at the broker, or was left out by a transformation. */
    synchronized void landed(SourceRecord record) {
        Long number = underWay.remove(record);
        if (number != null) {
            numbers.remove(number);
        }
    }

    /** Number of the record handed over last; 0 before the first. */
    synchronized long last() {
        return last;
    }

    /** True if all records up to a number are at the broker. */
    synchronized boolean isDone(long number) {
        return numbers.isEmpty() || numbers.first() > number;
    }
}
