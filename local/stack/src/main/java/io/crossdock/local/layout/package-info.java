/** Where things are: directories, ports, secrets, class paths, and the lines that {@code env} prints. */
@NullMarked
package io.crossdock.local.layout;

import org.jspecify.annotations.NullMarked;
