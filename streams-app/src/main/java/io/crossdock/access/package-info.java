/** Who may do what at the broker: one table, for the manifests and for the local stack alike. */
@NullMarked
package io.crossdock.access;

import org.jspecify.annotations.NullMarked;
