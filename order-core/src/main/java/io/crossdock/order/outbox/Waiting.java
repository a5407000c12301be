package io.crossdock.order.outbox;

import io.crossdock.order.fact.OrderVersion;
import java.time.Instant;

/**
 * An effect that is wanted and was not sent yet.
 *
 * @param since when it was first wanted with this content
 * @param version version of the status that then stood: the target must know as much before it is asked to act on it
 * @param contentHash its content then
 */
public record Waiting(Instant since, OrderVersion version, String contentHash) {}
