/**
 * The Connect plugin: what lies left of {@code raw.*} and right of {@code out.*}.
 *
 * <p>{@code home} keys raw records by their home identifier, {@code source} polls a REST API with a (timestamp, id) cursor,
 * {@code avro} reads our contracts, {@code sink} tells a REST target and writes receipts, {@code http} is how both talk.
 */
@NullMarked
package io.crossdock.connect;

import org.jspecify.annotations.NullMarked;
