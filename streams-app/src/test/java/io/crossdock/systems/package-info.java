/** What is accepted and refused in the connectors folder. */
@NullMarked
package io.crossdock.systems;

import org.jspecify.annotations.NullMarked;
