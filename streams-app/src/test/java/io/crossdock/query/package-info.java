@NullMarked
package io.crossdock.query;

import org.jspecify.annotations.NullMarked;
