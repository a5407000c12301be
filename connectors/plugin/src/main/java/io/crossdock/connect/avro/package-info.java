/**
 * Our Avro contracts in Connect: messages of {@code out.*} become schemaless maps, read through the registry. Keeps the
 * registry client's cache of schemas; fails with {@link org.apache.kafka.connect.errors.DataException} on bytes that are no
 * contract.
 */
@NullMarked
package io.crossdock.connect.avro;

import org.jspecify.annotations.NullMarked;
