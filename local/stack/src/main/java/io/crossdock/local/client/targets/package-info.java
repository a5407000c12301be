/** {@code targets}: how those who are told stand, and who is told from now on. */
@NullMarked
package io.crossdock.local.client.targets;

import org.jspecify.annotations.NullMarked;
