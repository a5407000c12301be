/** What objects and fields there are, what values they take, and how identifiers are made. */
@NullMarked
package io.crossdock.crm.model;

import org.jspecify.annotations.NullMarked;
