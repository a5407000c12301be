/** A Kafka broker that is its own controller, alone or one of several: formats its directory at the first start, then serves until it is told to end. */
@NullMarked
package io.crossdock.local.broker;

import org.jspecify.annotations.NullMarked;
