package io.crossdock.order.outbox;

import io.crossdock.order.fact.OrderVersion;
import org.jspecify.annotations.Nullable;

/**
 * What an outbox decided.
 *
 * @param state the state to keep
 * @param toSend the view to send now; null if nothing is to be sent
 * @param bumpAbove null, or: the desired view may not be sent under its version, because the target is known to have seen
 *     this one; continue the order's version above it and desire the view again, in the same transaction
 * @param confirmedUpTo the target knows every milestone of the order up to this version; null if none is known. It may
 *     fall again when content goes back; what was stamped as confirmed stays so
 */
public record Decision(
        OutboxState state,
        @Nullable View toSend,
        @Nullable OrderVersion bumpAbove,
        @Nullable OrderVersion confirmedUpTo) {}
