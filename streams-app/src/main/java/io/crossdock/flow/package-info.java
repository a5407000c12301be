/**
 * What the stages hand to one another inside a task, and the names of their nodes. The stages know these types, not each other.
 */
@NullMarked
package io.crossdock.flow;

import org.jspecify.annotations.NullMarked;
