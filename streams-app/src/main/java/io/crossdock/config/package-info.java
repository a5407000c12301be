/**
 * The application's settings, read once from the environment, all problems at once.
 */
@NullMarked
package io.crossdock.config;

import org.jspecify.annotations.NullMarked;
