/** What the broker holds, read by a process of its own: how many records came in, and which ended as dead letters. */
@NullMarked
package io.crossdock.local.prove.broker;

import org.jspecify.annotations.NullMarked;
