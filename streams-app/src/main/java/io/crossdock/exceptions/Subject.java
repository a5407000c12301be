package io.crossdock.exceptions;

import io.crossdock.contract.OpenException;
import io.crossdock.order.severity.Stake;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an exception concerns.
 *
 * @param key what it is kept under: a mailbox, or the name of a feed, connection or connector
 * @param orderId the order published from the mailbox; null for anything else
 * @param name what it is called, where that is not the key; null otherwise
 * @param stake what is at stake; asked for only if something is wrong
 */
public record Subject(
        String key, @Nullable String orderId, @Nullable String name, Supplier<Stake> stake) {

    /** An order. */
    public static Subject ofOrder(String key, String orderId, Supplier<Stake> stake) {
        return new Subject(key, orderId, null, stake);
    }

    /** What is no order. */
    public static Subject of(String key) {
        return new Subject(key, null, null, () -> Stake.NONE);
    }

    /** A part of a connection, which the exception names. */
    public static Subject ofPart(String key, String connection) {
        return new Subject(key, null, connection, () -> Stake.NONE);
    }

    boolean isThatOf(OpenException open) {
        return Objects.equals(orderId, open.getOrderId());
    }
}
