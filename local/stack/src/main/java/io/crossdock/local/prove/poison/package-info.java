/** Bad records, planted where connectors write, and what must become of each. */
@NullMarked
package io.crossdock.local.prove.poison;

import org.jspecify.annotations.NullMarked;
