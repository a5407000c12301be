/** How a request is refused: status, code, text and fields as the real service says them. */
@NullMarked
package io.crossdock.crm.error;

import org.jspecify.annotations.NullMarked;
