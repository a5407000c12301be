package io.crossdock.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** How many of what, as a person reads it. */
public final class Count {

    private Count() {}

    /** {@code 1 order}, {@code 2 orders}. */
    public static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** The sum of an object of numbers. */
    public static long sum(JsonNode counts) {
        return counts.valueStream().mapToLong(JsonNode::asLong).sum();
    }

    /** An object of numbers, {@code 3 case, 1 invoice-request}; empty if all are zero. */
    public static String list(JsonNode counts) {
        return counts.propertyStream()
                .filter(count -> count.getValue().asLong() > 0)
                .map(count -> count.getValue().asLong() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
