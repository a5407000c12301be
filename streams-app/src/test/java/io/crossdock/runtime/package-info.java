@NullMarked
package io.crossdock.runtime;

import org.jspecify.annotations.NullMarked;
