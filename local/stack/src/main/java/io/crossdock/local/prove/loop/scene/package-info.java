/**
 * Scenes of the closed loop on the running stack, one promise each: told once whatever is told again, no second order, a quota that is
 * kept and shared fairly, and targets that do not wait for one another.
 */
@NullMarked
package io.crossdock.local.prove.loop.scene;

import org.jspecify.annotations.NullMarked;
