@NullMarked
package io.crossdock.connect;

import org.jspecify.annotations.NullMarked;
