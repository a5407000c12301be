package io.crossdock.bench.throughput;

import io.crossdock.bench.throughput.Subject.Drained;
import java.util.List;

/**
 * What orders cost beside so many others.
 *
 * @param live orders that stand in the stores meanwhile
 * @param size of those that were measured, and of those that stand
 * @param stateBytes of all state directories, before anything is measured
 * @param changelogBytes of all changelogs at the broker, likewise
 * @param restored rows that were read at the start
 * @param restoredIn seconds from the start of the first instance until the last worked
 * @param facts raw records that were measured
 * @param drained what that took, of each instance
 */
record Grown(
        int live,
        Size size,
        long stateBytes,
        long changelogBytes,
        long restored,
        double restoredIn,
        long facts,
        List<Drained> drained) {

    Grown {
        drained = List.copyOf(drained);
    }

    double factsPerSecond() {
        return facts / drained.stream().mapToDouble(Drained::seconds).max().orElseThrow();
    }

    double appCpuPerMillion() {
        return drained.stream().mapToDouble(Drained::appCpu).sum() * 1e6 / facts;
    }

    double brokerCpuPerMillion() {
        return drained.stream().mapToDouble(Drained::brokerCpu).max().orElseThrow() * 1e6 / facts;
    }

    /** Orders that stand when nothing has been measured yet. */
    int standing() {
        return live + size.warmUp();
    }

    /** Of all instances together, copies included. */
    double stateBytesPerFact() {
        return (double) stateBytes / standing() / size.factsAnOrder();
    }

    double changelogBytesPerFact() {
        return (double) changelogBytes / standing() / size.factsAnOrder();
    }

    long wireBytesPerFact() {
        return drained.stream()
                        .mapToLong(each -> each.bytesSent() + each.bytesReceived())
                        .sum()
                / facts;
    }
}
