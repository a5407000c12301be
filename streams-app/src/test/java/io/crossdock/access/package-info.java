@NullMarked
package io.crossdock.access;

import org.jspecify.annotations.NullMarked;
