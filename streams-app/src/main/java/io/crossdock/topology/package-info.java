/**
 * The only package that knows all stages: which topics there are, and how the stages hang together.
 */
@NullMarked
package io.crossdock.topology;

import org.jspecify.annotations.NullMarked;
