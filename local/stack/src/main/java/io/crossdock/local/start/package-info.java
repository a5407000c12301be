/** The story of a start: checks, order, topics, compatibility rule, connectors, probe order, ready. */
@NullMarked
package io.crossdock.local.start;

import org.jspecify.annotations.NullMarked;
