/** {@code replay}: rebuilds all that is known from the raw records, attends to it, and has the targets told again after it. */
@NullMarked
package io.crossdock.local.client.replay;

import org.jspecify.annotations.NullMarked;
