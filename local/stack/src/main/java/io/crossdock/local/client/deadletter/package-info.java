/** {@code dead-letters}: what could not be read, and why. */
@NullMarked
package io.crossdock.local.client.deadletter;

import org.jspecify.annotations.NullMarked;
