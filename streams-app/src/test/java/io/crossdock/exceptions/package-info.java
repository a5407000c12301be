/** Tests of the life cycle of exceptions. */
@NullMarked
package io.crossdock.exceptions;

import org.jspecify.annotations.NullMarked;
