/** When what a source has and what was heard of it do not agree, and when that may be said. */
@NullMarked
package io.crossdock.order.reconcile;

import org.jspecify.annotations.NullMarked;
