package io.crossdock.order.reconcile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row as its source has it, read beside the feed.
 *
 * @param changedAt when the row says it was changed last; null if it does not say
 * @param readAt when it was read, by the source's clock, never before what it shows was committed
 */
public record SourceRow(@Nullable Instant changedAt, Instant readAt) {}
