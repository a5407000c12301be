@NullMarked
package io.crossdock.local.prove.lag;

import org.jspecify.annotations.NullMarked;
