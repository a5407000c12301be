/** Every check of the loop is fed with what is right, and with what is wrong in the one way it must notice. */
@NullMarked
package io.crossdock.local.prove.loop.scene;

import org.jspecify.annotations.NullMarked;
