/** The proof that lag is measured where it arises: known delays at one part of the way after the other, and what is said of them. */
@NullMarked
package io.crossdock.local.prove.lag;

import org.jspecify.annotations.NullMarked;
