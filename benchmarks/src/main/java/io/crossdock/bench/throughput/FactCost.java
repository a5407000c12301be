package io.crossdock.bench.throughput;

import io.crossdock.config.Settings;
import io.crossdock.normalize.Normalized;
import io.crossdock.normalize.Normalizer;
import io.crossdock.normalize.RawRecord;
import io.crossdock.order.fact.Fact;
import io.crossdock.order.fact.FactKey;
import io.crossdock.order.fact.Identifier;
import io.crossdock.order.status.Projection;
import io.crossdock.order.status.Recollection;
import io.crossdock.runtime.Assembly;
import io.crossdock.systems.Systems;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** CPU microseconds of this thread for one fact, on the average of all facts of some orders in the order of business. */
final class FactCost {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private FactCost() {}

    /** The projection alone: once for each fact that comes, over all that came before. */
    static double ofProjection(Systems systems, List<List<RawFact>> orders) {
        Projection projection = new Assembly(Settings.from(Map.of()), systems).projection();
        Normalizer normalizer = new Normalizer(systems);
        long facts = 0;
        long nanos = 0;
        for (List<RawFact> order : orders) {
            List<Fact> said = order.stream().map(raw -> fact(normalizer, raw)).toList();
            Identifier topmost = said.getFirst().home();
            TreeMap<FactKey, Fact> standing = new TreeMap<>();
            Recollection recollection = new Recollection();
            long start = THREADS.getCurrentThreadCpuTime();
            for (Fact fact : said) {
                standing.put(fact.key(), fact);
                if (projection.project(topmost, standing.values(), recollection).orderId() == null) {
                    throw new IllegalStateException("The order has no root, although its own record came first");
                }
            }
            nanos += THREADS.getCurrentThreadCpuTime() - start;
            facts += said.size();
        }
        return nanos / 1e3 / facts;
    }

    /** Everything from the raw record to the bytes for topics and stores, without a broker. */
    static double ofTopology(Systems systems, List<List<RawFact>> orders) {
        long facts = 0;
        long nanos = 0;
        try (OneProcess process = new OneProcess(systems)) {
            for (List<RawFact> order : orders) {
                long start = THREADS.getCurrentThreadCpuTime();
                for (RawFact fact : order) {
                    process.take(fact);
                    process.goesOn();
                }
                process.rests();
                nanos += THREADS.getCurrentThreadCpuTime() - start;
                facts += order.size();
            }
        }
        return nanos / 1e3 / facts;
    }

    private static Fact fact(Normalizer normalizer, RawFact raw) {
        Normalized normalized = normalizer.normalize(new RawRecord(
                raw.topic(),
                0,
                0,
                raw.key(),
                raw.value().getBytes(StandardCharsets.UTF_8),
                Instant.parse("2026-11-21T00:00:00Z"),
                null));
        return new ArrayList<>(((Normalized.Accepted) normalized).facts()).getFirst();
    }
}
