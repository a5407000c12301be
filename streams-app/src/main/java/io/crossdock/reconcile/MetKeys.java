package io.crossdock.reconcile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.utils.Utils;

/**
 * Which rows of an entity a round has met, as 64-bit hashes: eight bytes a row. A row that is surplus and has the hash of one that is there
 * is overlooked.
 */
final class MetKeys {

    private static final int FIRST = 256;

    private final long round;
    private final Instant began;
    private long[] hashes = new long[FIRST];
    private int size;

    MetKeys(long round, Instant began) {
        this.round = round;
        this.began = began;
    }

    long round() {
        return round;
    }

    /** When the round began to read the entity, by the source's clock. */
    Instant began() {
        return began;
    }

    void add(String key) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = hash(key);
    }

    /** Nothing is added any more. */
    void close() {
        hashes = Arrays.copyOf(hashes, size);
        Arrays.sort(hashes);
    }

    /** True if a row was met; asked only once this is closed. */
    boolean contains(String key) {
        return Arrays.binarySearch(hashes, hash(key)) >= 0;
    }

    private static long hash(String key) {
        return (long) key.hashCode() << Integer.SIZE
                | Integer.toUnsignedLong(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8)));
    }
}
