package io.crossdock.bench.throughput;

import io.crossdock.bench.throughput.Recipe.Writes;
import io.crossdock.bench.throughput.Subject.Drained;

/**
 * What one variant did with orders of one size.
 *
 * @param facts raw records read
 * @param rawBytes of their keys and values
 * @param written what it wrote, counted from the topics; for a pipe what it was asked to write
 */
record Outcome(Variant variant, Size size, long facts, long rawBytes, Drained drained, Recipe written) {

    double factsPerSecond() {
        return facts / drained.seconds();
    }

    double appCpuPerMillion() {
        return drained.appCpu() * 1e6 / facts;
    }

    double brokerCpuPerMillion() {
        return drained.brokerCpu() * 1e6 / facts;
    }

    /** Records written for one fact, hops and changelogs included. */
    double recordsPerFact() {
        return (double) written.writes().stream().mapToLong(Writes::records).sum() / facts;
    }

    /** Bytes of keys and values written for one fact, before compression. */
    long bytesPerFact() {
        return written.writes().stream().mapToLong(Writes::bytes).sum() / facts;
    }

    /** The part of them that are changelogs. */
    long changelogBytesPerFact() {
        return written.writes().stream()
                        .filter(Writes::isChangelog)
                        .mapToLong(Writes::bytes)
                        .sum()
                / facts;
    }

    /** Bytes over the wire for one fact in both directions, compressed as they went. */
    long wireBytesPerFact() {
        return (drained.bytesSent() + drained.bytesReceived()) / facts;
    }
}
