/**
 * Looks after the connectors in Kafka Connect: what has failed is started again, a few times; then it is an exception.
 */
@NullMarked
package io.crossdock.connect;

import org.jspecify.annotations.NullMarked;
