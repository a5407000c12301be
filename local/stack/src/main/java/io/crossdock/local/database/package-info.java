/** The two kinds of database server: unpacked, initialised, started, given their schema and users. */
@NullMarked
package io.crossdock.local.database;

import org.jspecify.annotations.NullMarked;
