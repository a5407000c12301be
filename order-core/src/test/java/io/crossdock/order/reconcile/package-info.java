@NullMarked
package io.crossdock.order.reconcile;

import org.jspecify.annotations.NullMarked;
