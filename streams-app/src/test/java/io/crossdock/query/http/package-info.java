/** Tests of the answers over HTTP. */
@NullMarked
package io.crossdock.query.http;

import org.jspecify.annotations.NullMarked;
