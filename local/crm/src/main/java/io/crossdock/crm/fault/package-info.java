/** How the service can be told to be slow, to fail, or to time out after applying. */
@NullMarked
package io.crossdock.crm.fault;

import org.jspecify.annotations.NullMarked;
