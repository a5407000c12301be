package io.crossdock.local.prove.broker;

import io.crossdock.local.process.Pause;
import io.crossdock.local.prove.Check;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** For each connection the records in its raw topics, read from the broker, are the outcomes that the application counted. */
public final class InEqualsOut {

    private InEqualsOut() {}

    /**
     * Compares until they are equal or the time is over: while people work, a record may have landed that has not ended yet.
     *
     * @param raw counter of this process
     */
    public static Check await(RawRecords raw, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            Map<String, Long> in = raw.count();
            Map<String, Long> out = Metrics.scrape().normalized();
            if (agree(in, out)) {
                return new Check("in equals the sum of the outcomes, per connection", true, text(in, out));
            }
            if (System.nanoTime() > end) {
                return new Check("in equals the sum of the outcomes, per connection", false, text(in, out));
            }
            Pause.millis(100);
        }
    }

    /** A connection that has sent nothing needs no counter. */
    static boolean agree(Map<String, Long> in, Map<String, Long> out) {
        Map<String, Long> sent = new TreeMap<>(in);
        sent.values().removeIf(count -> count == 0);
        return !sent.isEmpty() && sent.equals(out);
    }

    private static String text(Map<String, Long> in, Map<String, Long> out) {
        return "raw topics " + in + ", outcomes " + out;
    }
}
