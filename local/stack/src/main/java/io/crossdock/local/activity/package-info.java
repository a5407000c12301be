/**
 * Simulated people: a plan says what will happen to an order, desks are the systems people sit at, a life plays the plan. It
 * writes to the three systems as people do, by REST and SQL, and knows nothing of Crossdock.
 */
@NullMarked
package io.crossdock.local.activity;

import org.jspecify.annotations.NullMarked;
