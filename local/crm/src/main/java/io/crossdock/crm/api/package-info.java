/** The operations behind the REST paths, free of HTTP, so that a composite request runs the same ones. */
@NullMarked
package io.crossdock.crm.api;

import org.jspecify.annotations.NullMarked;
