@NullMarked
package io.crossdock.codec;

import org.jspecify.annotations.NullMarked;
