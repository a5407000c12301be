package io.crossdock.systems;

import java.time.Instant;

/**
 * How fast an entity of a connection may be deleted before deletions are held (R97).
 *
 * @param perMinute most deletions of one entity within a minute of the source's clock, for each partition
 * @param confirmedUntil deletions committed at the source up to this instant are meant, however many; by hand
 */
public record DeleteLimit(int perMinute, Instant confirmedUntil) {

    /** Of a connection whose file says nothing. */
    public static final DeleteLimit USUAL = new DeleteLimit(50, Instant.EPOCH);
}
