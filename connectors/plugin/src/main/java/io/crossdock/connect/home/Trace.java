package io.crossdock.connect.home;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.header.Headers;

/** Begins the trace of what follows from a record: the header {@code traceparent} of W3C Trace Context, sampled. */
final class Trace {

    private static final String HEADER = "traceparent";

    private Trace() {}

    /** Adds one, unless the record has one from where it comes. */
    static <R extends ConnectRecord<R>> R begin(R record) {
        Headers headers = record.headers();
        if (headers.lastWithName(HEADER) == null) {
            ThreadLocalRandom dice = ThreadLocalRandom.current();
            // Neither id may be all zeros.
            headers.addString(
                    HEADER,
                    String.format(
                            Locale.ROOT,
                            "00-%016x%016x-%016x-01",
                            dice.nextLong(),
                            dice.nextLong() | 1,
                            dice.nextLong() | 1));
        }
        return record;
    }
}
