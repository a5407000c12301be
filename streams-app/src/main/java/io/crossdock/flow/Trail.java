package io.crossdock.flow;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.MDC;

/** What the log lines of a thread are about: the mailbox, and the trace of the record that brings a step about. */
public final class Trail {

    /** Header of W3C Trace Context. */
    public static final String HEADER = "traceparent";

    private static final String ABOUT = "about";
    private static final String TRACE = "trace";
    private static final int ID_BEGIN = 3;
    private static final int ID_END = 35;

    private Trail() {}

    /** From now on the thread's log lines are about this record. */
    public static void follow(Record<?, ?> record) {
        MDC.put(ABOUT, String.valueOf(record.key()));
        Header header = record.headers().lastHeader(HEADER);
        if (header == null || header.value().length < ID_END) {
            MDC.remove(TRACE);
        } else {
            MDC.put(TRACE, new String(header.value(), ID_BEGIN, ID_END - ID_BEGIN, StandardCharsets.US_ASCII));
        }
    }
}
