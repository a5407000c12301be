/** Tests of the stage that compares sources. */
@NullMarked
package io.crossdock.reconcile;

import org.jspecify.annotations.NullMarked;
