@NullMarked
package io.crossdock.local.prove.order;

import org.jspecify.annotations.NullMarked;
