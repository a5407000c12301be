/** Processes: started, watched, restarted, ended; their marks on disk, so that a later launcher finds what an earlier one left. */
@NullMarked
package io.crossdock.local.process;

import org.jspecify.annotations.NullMarked;
