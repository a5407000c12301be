/** What is taken away, and what counts as having noticed it. */
@NullMarked
package io.crossdock.local.prove.access;

import org.jspecify.annotations.NullMarked;
