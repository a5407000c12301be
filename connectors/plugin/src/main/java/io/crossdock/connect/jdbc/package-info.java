/** A database that is read or written: its options, its dialect, its connections. */
@NullMarked
package io.crossdock.connect.jdbc;

import org.jspecify.annotations.NullMarked;
