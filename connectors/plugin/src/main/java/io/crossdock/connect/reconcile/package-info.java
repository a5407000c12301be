/**
 * Tells which rows a source has, beside its change feed, so that the application can compare them with what it was told. Reads the
 * primary keys of each captured table in rounds, spares the source, writes to {@code source.keys}, decides nothing. A source that does
 * not answer is asked again; a round goes on where it stood.
 */
@NullMarked
package io.crossdock.connect.reconcile;

import org.jspecify.annotations.NullMarked;
