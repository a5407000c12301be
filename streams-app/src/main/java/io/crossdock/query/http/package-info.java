/**
 * The answers of {@code query} as HTTP: routes, JSON, problems.
 */
@NullMarked
package io.crossdock.query.http;

import org.jspecify.annotations.NullMarked;
