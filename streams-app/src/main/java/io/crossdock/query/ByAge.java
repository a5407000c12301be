package io.crossdock.query;

/**
 * What answers from the stores of this instance.
 *
 * @param current from what it works on
 * @param copies from what is complete here, whoever works on it
 */
public record ByAge(OrderQueries current, OrderQueries copies) {

    /** What gives an answer of that age; one that was only found by a copy is read where it is worked on. */
    public OrderQueries of(Age age) {
        return age == Age.COPY ? copies : current;
    }
}
