package io.crossdock.order.fact;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What is true of every identifier of one type of one connection; comes from the system's file.
 *
 * @param rank place in the order of identifiers; higher is closer to the customer
 * @param parents how many identifiers of one type it may be a part of; 0 means any number, as of a consolidated shipment
 * @param children how many identifiers may name it as their parent before it is taken for a value that names nothing; 0
 *     means any number
 * @param validity how long a value names the same thing, from the first business time of what it belongs to; null if for
 *     ever. A carrier gives a tracking number out again, and scans outside the validity belong to another package.
 */
public record IdentifierType(
        int rank, int parents, int children, @Nullable Period validity) {

    /** A type of this rank without limits. */
    public static IdentifierType ofRank(int rank) {
        return new IdentifierType(rank, 0, 0, null);
    }
}
