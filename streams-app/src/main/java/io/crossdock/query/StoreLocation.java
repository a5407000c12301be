package io.crossdock.query;

/** Which instance holds a partition of a store. */
public sealed interface StoreLocation {

    /** This one. */
    record Here(int partition) implements StoreLocation {}

    /**
     * Another one.
     *
     * @param address its host and port of queries
     */
    record There(int partition, String address) implements StoreLocation {}
}
