/** What a feed has left out is found beside it, named, and read again; and where nothing was left out, nothing is said. */
@NullMarked
package io.crossdock.local.prove.reconcile;

import org.jspecify.annotations.NullMarked;
