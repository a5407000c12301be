@NullMarked
package io.crossdock.topology;

import org.jspecify.annotations.NullMarked;
