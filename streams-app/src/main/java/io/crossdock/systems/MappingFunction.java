package io.crossdock.systems;

/**
 * The functions that mapping files may call beside those of JSLT itself. {@code normalize} says what they do; here they
 * are known by name, so that a file calling another one is refused before anything starts.
 */
public enum MappingFunction {
    /** {@code id(type, value)}: identifier of this connection; null for a null or stop-listed value. */
    ID("id", 2, 2),
    /** {@code peer(role, type, value)}: identifier of the peer with that role; null as {@code id}. */
    PEER("peer", 3, 3),
    /** {@code echoed(role, type, key)}: the peer's identifier in our key {@code <connection>:<value>}; null for others. */
    ECHOED("echoed", 3, 3),
    /** {@code tracking(carrier, number)}: identifier of a tracking number; null if either is missing. */
    TRACKING("tracking", 2, 2),
    /** {@code salesforce-id(value, prefix)}: 18-character form; null for what is no such id. */
    SALESFORCE_ID("salesforce-id", 2, 2),
    /** {@code text(value)}: trimmed text, numbers in plain notation; null for null and empty. */
    TEXT("text", 1, 1),
    /** {@code reference(value)}: as {@code text}; null also for stop-listed values such as {@code VERBAL}. */
    REFERENCE("reference", 1, 1),
    /** {@code decimal(value)}: exact decimal; rejects what is no number as wrong-type. */
    DECIMAL("decimal", 1, 1),
    /** {@code non-negative(value)}: as {@code decimal}; rejects less than zero as impossible-quantity. */
    NON_NEGATIVE("non-negative", 1, 1),
    /** {@code one-of(value, map)}: the map's value; rejects what is no key of it as unknown-status. */
    ONE_OF("one-of", 2, 2),
    /** {@code time(value)}: RFC 3339 with the value's own offset, else the connection's zone. */
    TIME("time", 1, 1),
    /** {@code local-time(value)}: RFC 3339 in the connection's zone, whatever offset the value pretends to have. */
    LOCAL_TIME("local-time", 1, 1),
    /** {@code utc(value)}: as {@code time}, told in UTC with milliseconds: one spelling for each instant. */
    UTC("utc", 1, 1),
    /** {@code date(value)}: ISO date; a date stays a date. */
    DATE("date", 1, 1),
    /** {@code time-of-day(value)}: hours and minutes of a time without a date, whatever offset it pretends to have. */
    TIME_OF_DAY("time-of-day", 1, 1);

    private final String text;
    private final int minArguments;
    private final int maxArguments;

    MappingFunction(String text, int minArguments, int maxArguments) {
        this.text = text;
        this.minArguments = minArguments;
        this.maxArguments = maxArguments;
    }

    /** Name in mapping files. */
    public String text() {
        return text;
    }

    /** Least number of arguments. */
    public int minArguments() {
        return minArguments;
    }

    /** Greatest number of arguments. */
    public int maxArguments() {
        return maxArguments;
    }
}
