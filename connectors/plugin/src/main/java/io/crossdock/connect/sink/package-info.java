/**
 * REST targets: what to call for a message, and how an answer is to be understood. Keeps nothing itself; a payload that no API
 * could take is refused before anything is sent, and everything else fails as an attempt that says whether it may have been
 * applied.
 */
@NullMarked
package io.crossdock.connect.sink;

import org.jspecify.annotations.NullMarked;
