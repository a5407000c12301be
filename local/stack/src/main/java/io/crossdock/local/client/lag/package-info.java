/** {@code lag}: how long states of orders take to get from system to system, and who holds them up. */
@NullMarked
package io.crossdock.local.client.lag;

import org.jspecify.annotations.NullMarked;
