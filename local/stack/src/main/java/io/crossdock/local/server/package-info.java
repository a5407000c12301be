/** How each server of the stack is started: its command, its environment, and when it counts as up. */
@NullMarked
package io.crossdock.local.server;

import org.jspecify.annotations.NullMarked;
