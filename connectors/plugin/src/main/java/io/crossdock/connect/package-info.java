/**
 * The Connect plugin: what lies left of {@code raw.*} and right of {@code out.*}.
 *
 * <p>{@code home} keys raw records by their home identifier, {@code source} polls a REST API with a (timestamp, id) cursor,
 * {@code reconcile} tells which rows a database has, {@code avro} reads our contracts, {@code delivery} brings messages to a target and writes receipts and ledger, {@code sink}
 * and {@code sink.table} are the targets, {@code http} is how APIs are talked to, {@code jdbc} databases, {@code call} is when a target may be called.
 */
@NullMarked
package io.crossdock.connect;

import org.jspecify.annotations.NullMarked;
