/**
 * Facts and statuses between their rules (order-core) and their contracts (Avro). Decides nothing.
 */
@NullMarked
package io.crossdock.codec;

import org.jspecify.annotations.NullMarked;
