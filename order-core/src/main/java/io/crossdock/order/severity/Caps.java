package io.crossdock.order.severity;

import java.util.Map;

/**
 * How many exceptions of a type are told one by one at a time (R199): what is open beyond that has one cause more likely than many, and
 * whoever reads a thousand messages reads none.
 *
 * @param usual for a type that is not named; at least one
 * @param types by type
 */
public record Caps(int usual, Map<String, Integer> types) {

    /** A thousand of each type. */
    public static final Caps USUAL = new Caps(1_000, Map.of());

    public Caps {
        types = Map.copyOf(types);
    }

    /** The part of one of so many partitions, at least one. */
    public int of(String type, int partitions) {
        return Math.max(1, types.getOrDefault(type, usual) / partitions);
    }
}
