@NullMarked
package io.crossdock.reference;

import org.jspecify.annotations.NullMarked;
