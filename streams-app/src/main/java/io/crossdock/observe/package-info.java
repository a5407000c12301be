/**
 * Lag, counted outcomes, health: what the application says about itself.
 */
@NullMarked
package io.crossdock.observe;

import org.jspecify.annotations.NullMarked;
