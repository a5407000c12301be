/** The commands of the launcher that belong to the stack itself. */
@NullMarked
package io.crossdock.local.command;

import org.jspecify.annotations.NullMarked;
