@NullMarked
package io.crossdock.freshness;

import org.jspecify.annotations.NullMarked;
