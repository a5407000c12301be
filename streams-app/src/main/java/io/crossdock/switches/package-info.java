/** How each target was switched last: told, or only observed. */
@org.jspecify.annotations.NullMarked
package io.crossdock.switches;
