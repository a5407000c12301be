package io.crossdock.order.status;

import java.util.Comparator;

/**
 * Something about one order that a person should know; it never changes what the status says.
 *
 * @param type what kind of thing
 * @param subject {@code order}, {@code line:<n>} or the identifier of a document
 * @param detail one sentence with the figures
 */
public record OrderException(Type type, String subject, String detail) implements Comparable<OrderException> {

    private static final Comparator<OrderException> ORDER = Comparator.comparing(OrderException::type)
            .thenComparing(OrderException::subject)
            .thenComparing(OrderException::detail);

    /** Kind of an exception that follows from the facts alone. */
    public enum Type {
        /** More units left the warehouse than were ordered. */
        OVER_SHIPPED,
        /** Positions do not sum to what was ordered, or a quantity is negative. */
        INTEGRITY_VIOLATION,
        /** More units are invoiced than shipped, without prepaid terms. */
        INVOICED_BEFORE_SHIPPED,
        /** A document counts in a unit that cannot be converted to the line's; its quantities are left out. */
        UNIT_MISMATCH,
        /** More units are allocated than ordered. */
        OVER_ALLOCATED,
        /** More came back than ever left. */
        ORPHAN_RETURN,
        /** One system holds the order twice. */
        DUPLICATE_IN_TARGET,
        /** A name or a document has rival parents and nothing decides between them. */
        AMBIGUOUS
    }

    @Override
    public int compareTo(OrderException other) {
        return ORDER.compare(this, other);
    }
}
