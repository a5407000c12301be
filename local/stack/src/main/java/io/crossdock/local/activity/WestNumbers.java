package io.crossdock.local.activity;

/** How the warehouse in the west writes the ERP's numbers, and what time it is there. */
final class WestNumbers {
    /** Local time without a zone, as all its columns have it; the same throughout a transaction. */
    static final String NOW = "(now() at time zone 'America/Los_Angeles')";

    private static final String PREFIX = "SO-";

    private WestNumbers() {}

    /** {@code SO-1042} as {@code 000000001042}; a number that has other letters stays as it is. */
    static String hostRef(String salesOrder) {
        String digits = salesOrder.startsWith(PREFIX) ? salesOrder.substring(PREFIX.length()) : salesOrder;
        return digits.matches("[1-9][0-9]{0,11}") ? "%012d".formatted(Long.parseLong(digits)) : salesOrder;
    }

    /** Line 10 as {@code 000010}. */
    static String hostLine(int line) {
        return "%06d".formatted(line);
    }

    /** A number of its own, filled up to twelve digits. */
    static String filled(long number) {
        return "%012d".formatted(number);
    }
}
