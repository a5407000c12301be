@NullMarked
package io.crossdock.observe;

import org.jspecify.annotations.NullMarked;
