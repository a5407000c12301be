@NullMarked
package io.crossdock.worlds.proof;

import org.jspecify.annotations.NullMarked;
