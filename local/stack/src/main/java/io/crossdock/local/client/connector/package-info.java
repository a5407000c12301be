/** {@code connectors}: how the connectors of a Connect cluster are, asked of Connect itself, and what they can be told to do. */
@NullMarked
package io.crossdock.local.client.connector;

import org.jspecify.annotations.NullMarked;
