/**
 * Keys of raw records. Reads what a source connector emits (Debezium envelopes, rows of the rest source), decides topic and
 * home identifier, writes nothing. Keeps a count of records whose home is missing; such a record goes on without a key, and
 * the application makes a dead letter of it.
 */
@NullMarked
package io.crossdock.connect.home;

import org.jspecify.annotations.NullMarked;
