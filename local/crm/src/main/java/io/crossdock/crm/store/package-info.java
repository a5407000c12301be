/** Rows and the access log in PostgreSQL; every instant is the database's clock. */
@NullMarked
package io.crossdock.crm.store;

import org.jspecify.annotations.NullMarked;
