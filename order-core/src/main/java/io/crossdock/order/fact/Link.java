package io.crossdock.order.fact;

/**
 * Ties two identifiers. It is stated by a row and lives and dies with it. The lower identifier gains the higher one as
 * its parent; which is lower is decided by {@link IdentifierTypes}, never by the row.
 *
 * @param kind whether it merges or only attaches
 * @param from the lower identifier
 * @param to the higher identifier
 * @param rule where it comes from; decides between two parents where one is allowed
 */
public record Link(Kind kind, Identifier from, Identifier to, Rule rule) {

    /** Kind of a link. */
    public enum Kind {
        /** Both name one order. */
        SAME_AS,
        /** {@code from} is a document of the order {@code to}; never merges parents. */
        PART_OF
    }

    /** Where a link comes from, in falling precedence. */
    public enum Rule {
        EXPLICIT,
        ECHO,
        MATCHED,
        PERSON
    }
}
