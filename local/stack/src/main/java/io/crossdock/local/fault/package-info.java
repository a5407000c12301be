/** How a demonstration or a test kills the application at an exact point of the flow. */
@NullMarked
package io.crossdock.local.fault;

import org.jspecify.annotations.NullMarked;
