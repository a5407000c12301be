/** Takes grants away one by one: is each needed, and does who misses it say so? */
@NullMarked
package io.crossdock.local.prove.access;

import org.jspecify.annotations.NullMarked;
