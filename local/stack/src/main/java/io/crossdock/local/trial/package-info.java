/** Orders made on purpose in all three systems by REST and plain SQL, as people would, to be shipped when a proof or a measurement says so. */
@NullMarked
package io.crossdock.local.trial;

import org.jspecify.annotations.NullMarked;
