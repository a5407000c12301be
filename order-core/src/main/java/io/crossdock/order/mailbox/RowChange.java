package io.crossdock.order.mailbox;

import io.crossdock.order.fact.FactKey;
import org.jspecify.annotations.Nullable;

/**
 * One write to the store of rows, in the transaction of its step.
 *
 * @param key what the row speaks about
 * @param via sender of the row, {@link Row#HOME} for home rows
 * @param row the row to put; null to delete it
 */
public record RowChange(FactKey key, String via, @Nullable Row row) {}
